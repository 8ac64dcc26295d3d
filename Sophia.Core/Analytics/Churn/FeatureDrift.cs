using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Core.Analytics.Churn;

/// <summary>How far a column has moved since the training.</summary>
/// <param name="Column">The column.</param>
/// <param name="StabilityIndex">Σ (now − then) · ln(now / then) over bins; 0 for the same split.</param>
public sealed record FeatureDrift(string Column, double StabilityIndex)
{
    // Ten groups of bins, since many thin ones would call chance a drift.
    private const int Groups = 10;

    internal static FeatureDrift Of(Feature feature, CustomerTable table)
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
        var floor = 0.5 / Math.Max(1, cells.Length);
        return new(feature.Name, cells.Length == 0 ? 0 : now.Zip(then).Where(static pair => pair.First + pair.Second > 0)
            .Sum(pair => (pair.First - pair.Second) * Math.Log(Math.Max(pair.First, floor) / Math.Max(pair.Second, floor))));
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
