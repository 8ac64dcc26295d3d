using System.Text.Json;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>How far an object type has been read.</summary>
internal sealed record PullCursor
{
    /// <summary>Everything that changed before this has been read, once the history is loaded; milliseconds since 1970 by HubSpot's clock.</summary>
    public required long ChangedSince { get; init; }

    /// <summary>Where the next page of the history begins; null at its beginning and after its end.</summary>
    public string? After { get; init; }

    public bool HistoryLoaded { get; init; }

    /// <summary>Objects of the history that have been read.</summary>
    public long Loaded { get; init; }

    /// <summary>Objects that HubSpot had when the reading began.</summary>
    public long? Total { get; init; }

    public static PullCursor? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, PullCursorJsonContext.Default.PullCursor);

    public override string ToString() => JsonSerializer.Serialize(this, PullCursorJsonContext.Default.PullCursor);
}
