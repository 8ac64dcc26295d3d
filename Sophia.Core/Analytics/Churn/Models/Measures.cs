namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>How good probabilities are, held against what happened.</summary>
/// <param name="Auc">The chance that a leaver got a higher probability than one who stayed, ties half; 0.5 knows nothing.</param>
/// <param name="LogLoss">The mean log loss in nats; lower is better.</param>
/// <param name="Brier">The mean squared error; lower is better.</param>
/// <param name="CalibrationError">The mean distance of promised and seen shares over ten equal-width bins, 0 to 1.</param>
/// <param name="Lift">The share of leavers among the tenth with the highest probabilities, over the overall share.</param>
public sealed record Measures(double Auc, double LogLoss, double Brier, double CalibrationError, double Lift)
{
    /// <summary>Measures probabilities of rows of which at least one left and one stayed.</summary>
    public static Measures Of(IReadOnlyList<double> probabilities, IReadOnlyList<bool> left)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(left);
        var rows = probabilities.Zip(left).OrderByDescending(static row => row.First).ToArray();
        var rate = left.Count(static one => one) / (double)left.Count;
        var top = rows.Take(Math.Max(1, (int)Math.Round(rows.Length / 10.0))).ToArray();
        return new(
            AreaUnderCurve(rows),
            rows.Average(static row => -Math.Log(Math.Max(row.Second ? row.First : 1 - row.First, 1e-15))),
            rows.Average(static row => Math.Pow(row.First - (row.Second ? 1 : 0), 2)),
            CalibrationBin.Of(probabilities, left).Sum(bin => bin.Count / (double)rows.Length * Math.Abs(bin.Seen - bin.Promised)),
            top.Count(static row => row.Second) / (double)top.Length / rate);
    }

    private static double AreaUnderCurve((double Probability, bool Left)[] descending)
    {
        var (pairs, leaversAbove, leavers) = (0.0, 0L, 0L);
        foreach (var tied in descending.GroupBy(static row => row.Probability))
        {
            var tiedLeavers = tied.LongCount(static row => row.Left);
            pairs += (leaversAbove + (tiedLeavers / 2.0)) * (tied.LongCount() - tiedLeavers);
            leaversAbove += tiedLeavers;
            leavers += tiedLeavers;
        }

        return pairs / ((double)leavers * (descending.Length - leavers));
    }
}
