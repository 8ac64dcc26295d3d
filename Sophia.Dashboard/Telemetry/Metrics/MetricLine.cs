namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>One line of a chart.</summary>
/// <param name="Labels">The dimensions it stands for; empty where all series were added up.</param>
/// <param name="Points">One for each step, in order.</param>
public sealed record MetricLine(IReadOnlyList<TelemetryAttribute> Labels, IReadOnlyList<MetricPoint> Points);
