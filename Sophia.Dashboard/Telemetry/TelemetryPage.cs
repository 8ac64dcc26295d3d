namespace Sophia.Dashboard.Telemetry;

/// <summary>One page of what was asked for, newest first.</summary>
/// <typeparam name="T">Records, such as <c>LogEntry</c>.</typeparam>
/// <param name="Items">At most as many as the query's limit.</param>
/// <param name="Next">Give it as the query's cursor for the page after this one; null where nothing older is kept.</param>
/// <param name="Complete">
/// False when the search ran out of its time before it found a full page: what is here is right, and <see cref="Next"/> goes
/// on from where it stopped. Show a "search further back" button then, never "nothing found".
/// </param>
/// <param name="SearchedBackTo">How far back the search looked; null where nothing is kept.</param>
public sealed record TelemetryPage<T>(IReadOnlyList<T> Items, string? Next, bool Complete, DateTimeOffset? SearchedBackTo);
