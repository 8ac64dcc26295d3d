namespace Sophia.Dashboard.Charts;

/// <summary>What a chart over time draws. How it looks is the browser's part.</summary>
/// <param name="Unit">The unit of all values, as in OpenTelemetry: <c>s</c>, <c>By</c>, <c>1</c>, <c>{request}</c>.</param>
/// <param name="From">The axis' begin, in milliseconds since 1970.</param>
/// <param name="To">The axis' end.</param>
/// <param name="Utc">Whether times are written in UTC.</param>
/// <param name="Series">The lines.</param>
/// <param name="Markers">Moments to hold the lines against.</param>
/// <param name="Exemplars">Single values that lead to their traces.</param>
/// <param name="Heat">Cells instead of lines.</param>
public sealed record ChartContent(
    string Unit, double From, double To, bool Utc, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartMarker> Markers,
    IReadOnlyList<ChartExemplar> Exemplars, ChartHeat? Heat = null);
