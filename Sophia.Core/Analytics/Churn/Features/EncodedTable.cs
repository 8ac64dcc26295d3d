namespace Sophia.Core.Analytics.Churn.Features;

/// <summary>A table as the models read it.</summary>
/// <param name="Bins">For each feature the bin of each row.</param>
/// <param name="Linear">For each row the columns of the linear model, feature by feature.</param>
internal sealed record EncodedTable(byte[][] Bins, double[][] Linear)
{
    public static EncodedTable Encode(CustomerTable table, IReadOnlyList<Feature> features)
    {
        var bins = new byte[features.Count][];
        var linear = table.Rows.Select(_ => new double[features.Sum(static feature => feature.LinearColumns)]).ToArray();
        var offset = 0;
        for (var index = 0; index < features.Count; index++)
        {
            var feature = features[index];
            var cells = table.Cells(feature.Name);
            bins[index] = [.. cells.Select(cell => feature.Bin(cell, table.AsOf))];
            for (var row = 0; row < cells.Length; row++)
            {
                feature.Spread(cells[row], table.AsOf, linear[row].AsSpan(offset, feature.LinearColumns));
            }

            offset += feature.LinearColumns;
        }

        return new(bins, linear);
    }
}
