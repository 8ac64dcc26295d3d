namespace Sophia.Web.Charts;

/// <summary>What a chart draws. How it looks is the browser's part.</summary>
/// <param name="Kind"><c>area</c> or <c>bars</c>.</param>
/// <param name="Categories">The axis' labels.</param>
/// <param name="Prefix">What goes before a number on the value axis.</param>
/// <param name="Current">The series itself.</param>
/// <param name="Previous">The compared series, or null.</param>
/// <param name="LastIsOpen">Whether the last point is not over yet.</param>
public sealed record ChartContent(
    string Kind, IReadOnlyList<string> Categories, string Prefix, ChartSeries Current, ChartSeries? Previous, bool LastIsOpen = false);
