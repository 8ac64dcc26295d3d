namespace Sophia.Web.Dashboard;

/// <summary>Why there are no figures.</summary>
/// <param name="Cause">The cause, for the person who looks.</param>
/// <param name="IsAddress">Whether the page's address is wrong, so that asking again cannot help.</param>
public sealed record DashboardFailure(string Cause, bool IsAddress);
