namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>An instrument's points over a window.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="From">The window's begin.</param>
/// <param name="To">The window's end.</param>
/// <param name="Step">The width of one point.</param>
/// <param name="FromRollups">Whether a part of the window is answered from minute rollups, since its single points are no longer kept.</param>
/// <param name="Lines">The lines, those with the greatest values first; at most 50.</param>
/// <param name="LinesLeftOut">How many lines above the bound were left out.</param>
/// <param name="Exemplars">Single values with traces, the latest first; at most 200.</param>
public sealed record MetricAnswer(
    MetricInstrument Instrument, DateTimeOffset From, DateTimeOffset To, TimeSpan Step, bool FromRollups, IReadOnlyList<MetricLine> Lines,
    int LinesLeftOut, IReadOnlyList<MetricExemplar> Exemplars);
