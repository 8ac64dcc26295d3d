using Sophia.Core.Alerts;

namespace Sophia.Web.Alerts;

/// <summary>What the page of alerts shows.</summary>
/// <param name="Alerts">The alerts, the newest first.</param>
/// <param name="HasMore">Whether there are more of them.</param>
public sealed record AlertsView(IReadOnlyList<Alert> Alerts, bool HasMore);
