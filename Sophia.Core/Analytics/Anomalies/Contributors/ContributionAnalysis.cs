namespace Sophia.Core.Analytics.Anomalies.Contributors;

/// <summary>Says who explains a deviation, so that the parts add up to the whole.</summary>
/// <remarks>The order of the dimensions follows Adtributor (R. Bhagwan et al., NSDI 2014).</remarks>
public static class ContributionAnalysis
{
    /// <summary>The name of what the members do not explain; left out where it is nothing.</summary>
    public const string Rest = "(rest)";

    // Smaller than this share of the sizes added up, a difference is rounding.
    private const double Rounding = 1e-12;

    /// <summary>The dimensions of a metric that adds up, the most telling first.</summary>
    /// <param name="actual">The whole, in the metric's unit.</param>
    /// <param name="expected">What was expected of the whole; need not be the sum of what was expected of the members.</param>
    /// <param name="dimensions">The members of each dimension.</param>
    /// <exception cref="ArgumentException">A figure is not finite.</exception>
    public static IReadOnlyList<DimensionContributions> Explain(
        double actual, double expected, IReadOnlyDictionary<string, IReadOnlyList<ContributionPart>> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        RequireFinite(actual, expected);
        return [.. dimensions
            .Select(dimension => new DimensionContributions(
                dimension.Key,
                Surprise(dimension.Value, static part => part.Expected, static part => part.Actual),
                Ranked(actual - expected, Math.Abs(actual) + Math.Abs(expected), dimension.Value.Select(Moved))))
            .OrderByDescending(static dimension => dimension.Surprise)
            .ThenBy(static dimension => dimension.Dimension, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The dimensions of a metric that is a ratio of sums, the most telling first. A member's amount is what its own ratio moved the
    /// whole (at its mean weight) and what its weight moved it (at the mean distance of its ratio from the whole's).
    /// </summary>
    /// <param name="dimensions">The members of each dimension; within each they make up the whole.</param>
    /// <exception cref="ArgumentException">A figure is not finite, or a dimension's denominators add up to nothing.</exception>
    public static IReadOnlyList<DimensionContributions> ExplainRatio(
        IReadOnlyDictionary<string, IReadOnlyList<RatioPart>> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return [.. dimensions
            .Select(static dimension => new DimensionContributions(
                dimension.Key,
                Surprise(dimension.Value, static part => part.ExpectedNumerator, static part => part.ActualNumerator),
                RatioContributions(dimension.Value)))
            .OrderByDescending(static dimension => dimension.Surprise)
            .ThenBy(static dimension => dimension.Dimension, StringComparer.Ordinal)];
    }

    private static (string Name, double Amount) Moved(ContributionPart part)
    {
        RequireFinite(part.Actual, part.Expected);
        return (part.Name, part.Actual - part.Expected);
    }

    private static IReadOnlyList<Contribution> RatioContributions(IReadOnlyList<RatioPart> parts)
    {
        var actualWeight = parts.Sum(static part => part.ActualDenominator);
        var expectedWeight = parts.Sum(static part => part.ExpectedDenominator);
        var actual = parts.Sum(static part => part.ActualNumerator) / actualWeight;
        var expected = parts.Sum(static part => part.ExpectedNumerator) / expectedWeight;
        RequireFinite(actual, expected);
        var mean = (actual + expected) / 2;
        return Ranked(actual - expected, Math.Abs(actual) + Math.Abs(expected), parts.Select(part =>
        {
            var weight = part.ActualDenominator / actualWeight;
            var weightBefore = part.ExpectedDenominator / expectedWeight;
            // A member that was not there on one side has no ratio there; the other side's makes all of it a matter of weight.
            var ratio = part.ActualDenominator == 0 ? part.ExpectedNumerator / part.ExpectedDenominator : part.ActualNumerator / part.ActualDenominator;
            var ratioBefore = part.ExpectedDenominator == 0 ? ratio : part.ExpectedNumerator / part.ExpectedDenominator;
            var amount = ((weight + weightBefore) / 2 * (ratio - ratioBefore)) + ((weight - weightBefore) * (((ratio + ratioBefore) / 2) - mean));
            return (part.Name, double.IsFinite(amount) ? amount : 0);
        }));
    }

    private static IReadOnlyList<Contribution> Ranked(double deviation, double size, IEnumerable<(string Name, double Amount)> moved)
    {
        var amounts = moved.ToList();
        var rest = deviation - amounts.Sum(static part => part.Amount);
        if (Math.Abs(rest) > Rounding * (size + amounts.Sum(static part => Math.Abs(part.Amount))))
        {
            amounts.Add((Rest, rest));
        }

        return [.. amounts
            .OrderByDescending(part => deviation < 0 ? -part.Amount : part.Amount)
            .ThenBy(static part => part.Name, StringComparer.Ordinal)
            .Select(part => new Contribution(part.Name, part.Amount, deviation == 0 ? 0 : part.Amount / deviation))];
    }

    private static double Surprise<TPart>(IReadOnlyList<TPart> parts, Func<TPart, double> expected, Func<TPart, double> actual)
    {
        var expectedSum = parts.Sum(part => Math.Abs(expected(part)));
        var actualSum = parts.Sum(part => Math.Abs(actual(part)));
        if (expectedSum == 0 || actualSum == 0)
        {
            return 0;
        }

        return parts.Sum(part =>
        {
            var before = Math.Abs(expected(part)) / expectedSum;
            var after = Math.Abs(actual(part)) / actualSum;
            return (Divergence(before, after) + Divergence(after, before)) / 2;
        });
    }

    private static double Divergence(double share, double other) => share == 0 ? 0 : share * Math.Log(2 * share / (share + other));

    private static void RequireFinite(double actual, double expected)
    {
        if (!double.IsFinite(actual) || !double.IsFinite(expected))
        {
            throw new ArgumentException($"A contribution needs finite figures, not {actual} and {expected}.", nameof(actual));
        }
    }
}
