using Sophia.Core.Events;

namespace Sophia.Integrations;

/// <summary>A step of a pull: events, and the cursor to store in the same transaction.</summary>
/// <param name="Events">What the source said.</param>
/// <param name="Cursor">Where to go on after these events; the connector's own JSON.</param>
/// <param name="HistoryLoaded">Whether the whole history has been read with this page.</param>
/// <param name="Loaded">Objects of the history read so far.</param>
/// <param name="Total">Objects that the source says its history has, or null while unknown.</param>
public sealed record SourcePage(IReadOnlyList<NewEvent> Events, string Cursor, bool HistoryLoaded, long Loaded, long? Total);
