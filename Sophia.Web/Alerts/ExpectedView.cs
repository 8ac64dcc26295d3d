using Sophia.Core.Alerts;

namespace Sophia.Web.Alerts;

/// <summary>What the page of expectations shows.</summary>
/// <param name="Watched">The keys of the metrics that a rule watches for anomalies.</param>
/// <param name="Metric">The key of the one that is shown, or null where none is watched.</param>
/// <param name="Currency">The ISO 4217 code of its amounts, or null.</param>
/// <param name="Days">Its judged days, the newest first.</param>
public sealed record ExpectedView(IReadOnlyList<string> Watched, string? Metric, string? Currency, IReadOnlyList<BaselineDay> Days);
