using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>What deals are told apart by.</summary>
internal static class SalesDimensions
{
    public const string None = "(none)";

    public static readonly (string Name, Func<DealCourse, string> Of)[] Parts =
    [
        ("region", static course => course.Account?.Region ?? None),
        ("product line", static course => course.Deal.ProductLine ?? None),
        ("segment", static course => course.Account?.Segment ?? None),
    ];

    public static readonly (string Name, Func<DealCourse, string> Of)[] All =
        [.. Parts, ("seller", static course => course.Deal.OwnerId ?? None)];
}
