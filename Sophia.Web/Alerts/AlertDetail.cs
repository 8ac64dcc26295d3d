using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Alerts;

/// <summary>What the page of one alert shows.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Figures">The metric's course over the alert's days; null for an anomaly, which is one of a day, and where it could not be had.</param>
/// <param name="Days">For an anomaly the days judged lately, the newest first; null for others and where they could not be had.</param>
public sealed record AlertDetail(Alert Alert, DashboardMetrics? Figures, IReadOnlyList<BaselineDay>? Days);
