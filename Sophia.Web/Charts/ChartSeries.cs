namespace Sophia.Web.Charts;

/// <summary>One series of a chart.</summary>
/// <param name="Name">What it is called in the tooltip.</param>
/// <param name="Values">The values; null is a gap.</param>
/// <param name="Texts">The same values as the tooltip and the labels write them.</param>
/// <param name="Labels">What each value belongs to, for the tooltip.</param>
/// <param name="Across">Where each value stands from left to right, where the chart has no categories; else null.</param>
public sealed record ChartSeries(
    string Name, IReadOnlyList<decimal?> Values, IReadOnlyList<string> Texts, IReadOnlyList<string> Labels, IReadOnlyList<decimal>? Across = null);
