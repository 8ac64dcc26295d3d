namespace Sophia.Agents.Analysis;

/// <summary>Registers what is found out about the business as a whole.</summary>
internal static class DiscoverySetup
{
    public static IServiceCollection AddDiscovery(this IServiceCollection services) => services
        .AddSingleton<CycleAnalysis>()
        .AddSingleton<CorrelationAnalysis>();
}
