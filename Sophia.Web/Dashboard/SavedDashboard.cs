using Sophia.Core.Dashboard;

namespace Sophia.Web.Dashboard;

/// <summary>What the prerendered page hands to its circuit, so that it does not load twice.</summary>
/// <param name="Address">The address that the figures were read for.</param>
/// <param name="Answers">As in <see cref="DashboardView"/>.</param>
internal sealed record SavedDashboard(string Address, IReadOnlyDictionary<string, DashboardMetrics> Answers);
