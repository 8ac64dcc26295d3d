namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>A rule as it is on disk.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Since">Since when.</param>
internal sealed record AlertRuleState(AlertRule Rule, AlertState State, DateTimeOffset? Since);
