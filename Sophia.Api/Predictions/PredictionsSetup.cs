using Sophia.Core.Predictions;

namespace Sophia.Api.Predictions;

/// <summary>What Sophia expects, over HTTP.</summary>
internal static class PredictionsSetup
{
    public static IServiceCollection AddPredictionAnswers(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, PredictionJson.Default));
}
