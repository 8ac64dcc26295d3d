namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>How a customer is doing.</summary>
/// <param name="Score">0 to 100; null where too little is known.</param>
/// <param name="Band">The same in a word.</param>
/// <param name="KnownShare">The share of the weight that rests on something known, 0 to 1.</param>
/// <param name="Components">The parts, in the order of the enumeration.</param>
/// <param name="WeightsVersion">Which weights were used.</param>
public sealed record CustomerHealth(
    double? Score, HealthBand Band, double KnownShare, IReadOnlyList<ComponentHealth> Components, string WeightsVersion)
{
    // With less than this a score would mostly be made of what is not known.
    private const double LeastKnownShare = 0.6;

    /// <summary>Weighs the known components; what is unknown counts neither for nor against the customer.</summary>
    public static CustomerHealth Assess(IReadOnlyList<HealthMeasure> measures, HealthWeights weights)
    {
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(weights);
        var components = Enum.GetValues<HealthComponent>().Select(component => (
            Component: component,
            Weight: Math.Max(0, weights.Weights.GetValueOrDefault(component)),
            Measures: measures.Where(measure => measure.Component == component).ToArray(),
            Score: measures.Where(measure => measure.Component == component).Average(static measure => measure.Score))).ToArray();
        var all = components.Sum(static component => component.Weight);
        var known = components.Sum(static component => component.Score is null ? 0 : component.Weight);
        var share = all > 0 ? known / all : 0;
        var enough = known > 0 && share >= LeastKnownShare;
        var opened = components.Select(component => new ComponentHealth(
            component.Component, component.Score, enough ? component.Score * component.Weight / known : null, component.Measures)).ToArray();
        double? score = enough ? opened.Sum(static component => component.Points) : null;
        return new(score, BandOf(score), share, opened, weights.Version);
    }

    private static HealthBand BandOf(double? score) => score switch
    {
        null => HealthBand.Unknown,
        < 40 => HealthBand.AtRisk,
        < 70 => HealthBand.Watch,
        _ => HealthBand.Healthy,
    };
}
