using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Core.Alerts;

/// <summary>What was read of a watch.</summary>
/// <param name="Watch">The watch.</param>
/// <param name="Reading">The metric's answer.</param>
/// <param name="Currency">The currency of an amount of money, else null.</param>
/// <param name="Verdicts">The rows to judge by, in the order of time; none while the metric's sources are not fresh.</param>
public sealed record WatchReading(Watch Watch, AlertReading Reading, string? Currency, IReadOnlyList<AnomalyVerdict> Verdicts);
