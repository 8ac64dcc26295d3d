namespace Sophia.Web.Dashboard;

/// <summary>A change is about other days than the figures on the page, as happens when a day begins.</summary>
internal sealed class StaleRangeException() : InvalidOperationException("The change is about other days than the figures.");
