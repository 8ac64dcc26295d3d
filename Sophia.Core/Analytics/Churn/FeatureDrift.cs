using Sophia.Core.Analytics.Churn.Features;
using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Core.Analytics.Churn;

/// <summary>How far a column has moved since the training.</summary>
/// <param name="Column">The column.</param>
/// <param name="StabilityIndex">Σ (now − then) · ln(now / then) over groups of bins; 0 for the same split.</param>
/// <param name="ChanceBound">
/// An index that would come about by chance for one column of the model in one comparison of twenty, with as many customers as these
/// and nothing moved: (1/now + 1/then) · χ² of one group less (B. Yurdakul 2018).
/// </param>
/// <param name="Verdict">The index in a word.</param>
public sealed record FeatureDrift(string Column, double StabilityIndex, double ChanceBound, DriftVerdict Verdict)
{
    // The field's usual limits (N. Siddiqi 2006).
    private const double Watched = 0.1;
    private const double Changed = 0.25;

    private const double ChanceOfFalseAlarm = 0.05;

    // Ten groups of bins, since many thin ones would call chance a drift.
    private const int Groups = 10;

    /// <param name="feature">The column as the model reads it.</param>
    /// <param name="table">The customers now, at least one.</param>
    /// <param name="taught">How many customers taught the model.</param>
    /// <param name="columns">How many columns are compared.</param>
    internal static FeatureDrift Of(Feature feature, CustomerTable table, int taught, int columns)
    {
        var cells = table.Cells(feature.Name);
        var now = new double[Groups + 2];
        var then = new double[Groups + 2];
        var groups = GroupOfBin(feature);
        for (var bin = 0; bin < feature.Bins; bin++)
        {
            then[groups[bin]] += feature.BinShares[bin];
        }

        foreach (var cell in cells)
        {
            now[groups[feature.Bin(cell, table.AsOf)]] += 1.0 / cells.Length;
        }

        // An empty group counts as half a customer, or the logarithm would be infinite.
        var floor = 0.5 / cells.Length;
        var filled = now.Zip(then).Where(static pair => pair.First + pair.Second > 0).ToArray();
        var index = filled.Sum(pair => (pair.First - pair.Second) * Math.Log(Math.Max(pair.First, floor) / Math.Max(pair.Second, floor)));
        var bound = ((1.0 / cells.Length) + (1.0 / taught)) * ChiSquare(filled.Length - 1, 1 - (ChanceOfFalseAlarm / columns));
        return new(feature.Name, index, bound, index <= bound ? DriftVerdict.Stable : VerdictOf(index));
    }

    private static DriftVerdict VerdictOf(double index) => index switch
    {
        < Watched => DriftVerdict.Stable,
        <= Changed => DriftVerdict.Watch,
        _ => DriftVerdict.Moved,
    };

    // Wilson and Hilferty 1931.
    private static double ChiSquare(int degreesOfFreedom, double probability)
    {
        if (degreesOfFreedom < 1)
        {
            return 0;
        }

        var spread = 2 / (9.0 * degreesOfFreedom);
        return degreesOfFreedom * Math.Pow(1 - spread + (Quantiles.Normal(probability) * Math.Sqrt(spread)), 3);
    }

    private static int[] GroupOfBin(Feature feature)
    {
        var groups = new int[feature.Bins];
        var share = 0.0;
        for (var bin = 1; bin < groups.Length; bin++)
        {
            groups[bin] = 1 + (int)Math.Min(share * Groups, Groups);
            share += feature.BinShares[bin];
        }

        return groups;
    }
}
