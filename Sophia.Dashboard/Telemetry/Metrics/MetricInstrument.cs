namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>An instrument of a meter of a service.</summary>
/// <param name="Service">The service that has it; its processes' series are told apart by the label <c>instance</c>.</param>
/// <param name="Meter">The meter's name.</param>
/// <param name="Name">The instrument's name.</param>
/// <param name="Description">What it measures.</param>
/// <param name="Unit">Its unit as sent, such as <c>s</c>, <c>By</c> or <c>{request}</c>.</param>
/// <param name="Kind">How its values are to be read.</param>
/// <param name="Series">How many series it has.</param>
/// <param name="LastSeen">When a point of it last came.</param>
/// <param name="Overflow">Whether its sender gave up telling series apart (<c>otel.metric.overflow</c>).</param>
public sealed record MetricInstrument(
    string Service, string Meter, string Name, string Description, string Unit, InstrumentKind Kind, int Series, DateTimeOffset LastSeen, bool Overflow);
