namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>A rule and where it stands.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when; null before its first evaluation.</param>
/// <param name="Value">The figure at the last evaluation; null is "no data".</param>
/// <param name="EvaluatedAt">When that was.</param>
public sealed record AlertStatus(AlertRule Rule, AlertState State, DateTimeOffset? Since, double? Value, DateTimeOffset? EvaluatedAt);
