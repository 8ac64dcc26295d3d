namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>What was promised with about the same probability, and how often it came.</summary>
/// <param name="Count">How many promises.</param>
/// <param name="Promised">Their mean probability, 0 to 1.</param>
/// <param name="Seen">The share of them that came true, 0 to 1.</param>
public sealed record CalibrationBin(int Count, double Promised, double Seen)
{
    private const int Bins = 10;

    /// <summary>Up to ten bins of equal width, the smallest probabilities first; empty ones are left out.</summary>
    public static IReadOnlyList<CalibrationBin> Of(IReadOnlyList<double> probabilities, IReadOnlyList<bool> came)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(came);
        return
        [
            .. probabilities.Zip(came)
                .GroupBy(static row => Math.Min(Bins - 1, (int)(row.First * Bins)))
                .OrderBy(static bin => bin.Key)
                .Select(static bin => new CalibrationBin(
                    bin.Count(), bin.Average(static row => row.First), bin.Average(static row => row.Second ? 1.0 : 0.0))),
        ];
    }
}
