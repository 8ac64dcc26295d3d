using Microsoft.Extensions.DependencyInjection;

namespace Sophia.Data.Predictions;

/// <summary>Registers what predictions are kept in.</summary>
internal static class PredictionsSetup
{
    public static IServiceCollection AddPredictions(this IServiceCollection services) => services
        .AddSingleton<SalesFacts>()
        .AddSingleton<PredictionModels>()
        .AddSingleton<DealPredictions>()
        .AddSingleton<QuarterForecasts>()
        .AddSingleton<PipelineHistory>()
        .AddSingleton<ClosedValues>()
        .AddSingleton<SalesFigures>()
        .AddSingleton<AnalysisResults>()
        .AddSingleton<CallLoad>()
        .AddSingleton<MetricForecasts>()
        .AddSingleton<Findings>()
        .AddSingleton<AnalysisRuns>()
        .AddSingleton<DealWarningSettings>()
        .AddSingleton<DealOutlooks>()
        .AddSingleton<CustomerFacts>()
        .AddSingleton<CustomerPredictions>()
        .AddSingleton<CustomerOutlooks>()
        .AddSingleton<PredictionQualityReader>();
}
