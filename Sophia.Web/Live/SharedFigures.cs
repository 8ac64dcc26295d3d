using Sophia.Web.Dashboard;

namespace Sophia.Web.Live;

/// <summary>The newest figures, from all that the API has said.</summary>
/// <param name="View">The figures.</param>
/// <param name="IsOutdated">Whether the API speaks of other days by now, so that the whole must be asked for again.</param>
internal sealed record SharedFigures(DashboardView View, bool IsOutdated = false);
