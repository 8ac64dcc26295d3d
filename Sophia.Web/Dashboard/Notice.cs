namespace Sophia.Web.Dashboard;

/// <summary>A line above the figures that says how far they can be relied on.</summary>
/// <param name="Kind">A name for tests and styles: <c>loading</c>, <c>empty</c>, <c>stale</c>, <c>offline</c>, <c>failed</c>.</param>
/// <param name="Title">The matter in a few words.</param>
/// <param name="Text">The rest of it.</param>
/// <param name="Progress">How far a first load is, 0 to 1; null where that is unknown or does not apply.</param>
public sealed record Notice(string Kind, string Title, string Text, double? Progress = null);
