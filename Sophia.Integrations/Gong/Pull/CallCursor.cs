using System.Text.Json;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>How far calls or transcripts have been read.</summary>
internal sealed record CallCursor
{
    /// <summary>When the last complete look began, by Gong's clock; for an unfinished history, when that began.</summary>
    public required DateTimeOffset LookedAt { get; init; }

    /// <summary>When the last look began that went far back.</summary>
    public required DateTimeOffset LookedBackAt { get; init; }

    /// <summary>What the next page of the history is asked with; null at its beginning and after its end.</summary>
    public string? After { get; init; }

    public bool HistoryLoaded { get; init; }

    /// <summary>Objects of the history that have been read.</summary>
    public long Loaded { get; init; }

    /// <summary>Objects that Gong had when the reading began.</summary>
    public long? Total { get; init; }

    public static CallCursor? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, CallCursorJsonContext.Default.CallCursor);

    public override string ToString() => JsonSerializer.Serialize(this, CallCursorJsonContext.Default.CallCursor);
}
