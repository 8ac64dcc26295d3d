namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>
/// One pair of windows that is watched: it fires while the error budget burns faster than the threshold in both
/// (Google, The Site Reliability Workbook, chapter 5, "Multiwindow, Multi-Burn-Rate Alerts").
/// </summary>
/// <param name="Severity"><c>page</c> or <c>ticket</c>.</param>
/// <param name="Threshold">The burn rate it fires above: 14.4, 6 or 1.</param>
/// <param name="LongWindow">The long window.</param>
/// <param name="ShortWindow">The short window, a twelfth of the long one.</param>
/// <param name="LongBurnRate">The burn rate over the long window: 1 uses the budget up in exactly the SLO's window; null without requests.</param>
/// <param name="ShortBurnRate">Over the short window.</param>
/// <param name="FiringSince">Since when it fires; null when it does not.</param>
public sealed record BurnRateAlert(
    string Severity, double Threshold, TimeSpan LongWindow, TimeSpan ShortWindow, double? LongBurnRate, double? ShortBurnRate, DateTimeOffset? FiringSince);
