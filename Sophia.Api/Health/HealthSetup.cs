namespace Sophia.Api.Health;

/// <summary>Health checks of the API's own.</summary>
internal static class HealthSetup
{
    public static IServiceCollection AddHistoryHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<HistoryHealthCheck>("history", timeout: TimeSpan.FromSeconds(5));
        return services;
    }
}
