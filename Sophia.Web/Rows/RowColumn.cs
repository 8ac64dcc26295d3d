using Sophia.Core.Dashboard;

namespace Sophia.Web.Rows;

/// <summary>A column of the rows behind a figure that only some figures have.</summary>
/// <param name="TextKey">The key of its name among the page's texts.</param>
/// <param name="Read">Its value in a row.</param>
internal sealed record RowColumn(string TextKey, Func<MetricRow, string?> Read)
{
    private static readonly RowColumn[] s_all =
    [
        new("row.productLine", static row => row.ProductLine),
        new("row.region", static row => row.Region),
        new("row.segment", static row => row.Segment),
        new("row.stage", static row => row.Stage),
        new("row.department", static row => row.Department),
        new("row.topic", static row => row.Topic),
        new("row.callDirection", static row => row.CallDirection),
        new("row.seller", static row => row.Seller),
    ];

    /// <summary>The columns in which any of the rows has a value.</summary>
    public static IReadOnlyList<RowColumn> Of(IReadOnlyList<MetricRow> rows) =>
        [.. s_all.Where(column => rows.Any(row => column.Read(row) is not null))];
}
