namespace Sophia.Dashboard.Telemetry.Resources;

/// <summary>A process that has sent telemetry.</summary>
/// <param name="Key">
/// <c>service/instance</c>, or the service alone where no instance is named. A query's resource may be this key (one
/// process) or a service's name (all its replicas).
/// </param>
/// <param name="Service"><c>service.name</c>; LocalHost gives it the resource's name.</param>
/// <param name="Instance"><c>service.instance.id</c>.</param>
/// <param name="Attributes">All its attributes.</param>
/// <param name="FirstSeen">When something first came from it, as far back as is kept.</param>
/// <param name="LastSeen">When something last came from it.</param>
/// <param name="Spans">Spans of it that are kept.</param>
/// <param name="Logs">Log records of it that are kept.</param>
/// <param name="Series">Metric series of it that are kept.</param>
/// <param name="Errors">Log records of level error and above, and failed spans, that are kept.</param>
public sealed record TelemetryResource(
    string Key, string Service, string? Instance, IReadOnlyList<TelemetryAttribute> Attributes, DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen, long Spans, long Logs, long Series, long Errors);
