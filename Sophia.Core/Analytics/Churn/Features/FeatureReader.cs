namespace Sophia.Core.Analytics.Churn.Features;

/// <summary>Finds out from the cells of a table how each column is to be read.</summary>
internal static class FeatureReader
{
    private const int MostBins = 62;
    private const int FewestRowsOfCategory = 5;

    // A column is of a kind when nearly all of its cells are; the others count as missing.
    private const double ShareOfKind = 0.95;

    // A column whose words hardly ever come twice names the customer and says nothing about the next one.
    private const double ShareOfNames = 0.5;

    /// <summary>The columns that can tell anything; a constant one and one that names customers cannot.</summary>
    public static IReadOnlyList<Feature> Read(CustomerTable table, IReadOnlySet<string> leftOut, bool[] left) =>
        [.. table.Columns.Where(column => !leftOut.Contains(column)).Select(column => Read(column, table.Cells(column), table.AsOf, left)).OfType<Feature>()];

    private static Feature? Read(string column, string?[] cells, DateOnly asOf, bool[] left)
    {
        var present = cells.Count(static cell => cell is not null);
        if (present == 0)
        {
            return null;
        }

        foreach (var kind in new[] { FeatureKind.Number, FeatureKind.Date })
        {
            var numbers = cells.Select(cell => Feature.Number(cell, kind, asOf)).OfType<double>().Order().ToArray();
            if (numbers.Length >= ShareOfKind * present)
            {
                return WithShares(Scale(column, kind, numbers, present < cells.Length), cells, asOf);
            }
        }

        return WithShares(Category(column, cells, present, left), cells, asOf);
    }

    private static Feature? Scale(string column, FeatureKind kind, double[] sorted, bool someMissing)
    {
        var mean = sorted.Average();
        var deviation = Math.Sqrt(sorted.Average(number => (number - mean) * (number - mean)));
        if (!(deviation > 0))
        {
            // Constant, but whether it is there at all may tell.
            return someMissing ? new() { Name = column, Kind = kind, Mean = mean } : null;
        }

        var edges = Enumerable.Range(1, MostBins - 1).Select(part => sorted[(int)((long)part * sorted.Length / MostBins)])
            .Distinct().Where(edge => edge < sorted[^1]).ToArray();
        return new() { Name = column, Kind = kind, Edges = edges, Mean = mean, Deviation = deviation };
    }

    private static Feature? Category(string column, string?[] cells, int present, bool[] left)
    {
        var overall = left.Count(static one => one) / (double)left.Length;
        var groups = cells.Select((cell, row) => (cell, left: left[row])).Where(static row => row.cell is not null)
            .GroupBy(static row => row.cell!, StringComparer.Ordinal)
            .Select(static group => (Name: group.Key, Rows: group.Count(), Left: group.Count(static row => row.left))).ToArray();
        if (groups.Length > ShareOfNames * present && groups.Length > 2)
        {
            return null;
        }

        // Ordered by share of leavers, drawn to the overall one, so that a split in this order is the best split into two sets.
        string[] categories = [.. groups.Where(static group => group.Rows >= FewestRowsOfCategory)
            .OrderByDescending(static group => group.Rows).ThenBy(static group => group.Name, StringComparer.Ordinal).Take(MostBins)
            .OrderBy(group => (group.Left + (10 * overall)) / (group.Rows + 10)).ThenBy(static group => group.Name, StringComparer.Ordinal)
            .Select(static group => group.Name)];
        return categories.Length == 0 || (groups.Length == 1 && present == cells.Length)
            ? null
            : new() { Name = column, Kind = FeatureKind.Category, Categories = categories };
    }

    private static Feature? WithShares(Feature? feature, string?[] cells, DateOnly asOf)
    {
        if (feature is null)
        {
            return null;
        }

        var counts = new double[feature.Bins];
        foreach (var cell in cells)
        {
            counts[feature.Bin(cell, asOf)]++;
        }

        return feature with { BinShares = [.. counts.Select(count => count / cells.Length)] };
    }
}
