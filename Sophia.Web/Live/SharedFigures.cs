using Sophia.Web.Dashboard;

namespace Sophia.Web.Live;

/// <summary>The newest figures, from all that the API has said.</summary>
/// <param name="View">The figures.</param>
/// <param name="IsOutdated">Whether the API speaks of other days by now, so that the whole must be asked for again.</param>
/// <param name="TraceParent">The trace of the change that came last (W3C trace context), or null where it was none or is not traced.</param>
internal sealed record SharedFigures(DashboardView View, bool IsOutdated = false, string? TraceParent = null);
