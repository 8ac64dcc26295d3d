namespace Sophia.Agents.Analysis;

/// <summary>Registers what is computed from facts and metrics beyond adding up.</summary>
internal static class AnalysisSetup
{
    public static IServiceCollection AddAnalysis(this IServiceCollection services)
    {
        services.AddOptions<AnalysisOptions>().BindConfiguration(AnalysisOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<AnalysisSchedule>()
            .AddSingleton<SalesAnalysis>()
            .AddSingleton<QuarterAnalysis>()
            .AddSingleton<ForecastAnalysis>()
            .AddSingleton<CustomerAnalysis>()
            .AddSingleton<LoadAnalysis>()
            .AddHostedService<AnalysisWorker>();
    }
}
