using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>Names a row of a family's rollups.</summary>
internal readonly record struct RollupKey(string SplitBy, string Grain, DateOnly Start, string Member)
{
    public const string Day = "day";
    public const string Month = "month";
    public const string Total = "total";

    /// <summary>Compares in the order of the table's primary key.</summary>
    public static int Compare(RollupKey left, RollupKey right)
    {
        var order = string.CompareOrdinal(left.SplitBy, right.SplitBy);
        order = order != 0 ? order : string.CompareOrdinal(left.Grain, right.Grain);
        order = order != 0 ? order : left.Start.CompareTo(right.Start);
        return order != 0 ? order : string.CompareOrdinal(left.Member, right.Member);
    }

    /// <summary>The name of a dimension in the table.</summary>
    public static string NameOf(Dimension dimension) => dimension switch
    {
        Dimension.ProductLine => "productLine",
        Dimension.Region => "region",
        Dimension.Segment => "segment",
        Dimension.Stage => "stage",
        Dimension.Department => "department",
        Dimension.Topic => "topic",
        Dimension.CallDirection => "callDirection",
        Dimension.Seller => "seller",
    };

    /// <summary>The dimension of a name in the table; null for a total.</summary>
    public static Dimension? DimensionOf(string name) => name switch
    {
        Total => null,
        "productLine" => Dimension.ProductLine,
        "region" => Dimension.Region,
        "segment" => Dimension.Segment,
        "stage" => Dimension.Stage,
        "department" => Dimension.Department,
        "topic" => Dimension.Topic,
        "callDirection" => Dimension.CallDirection,
        "seller" => Dimension.Seller,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a dimension."),
    };
}
