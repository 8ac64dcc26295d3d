using System.Text.Json;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>How far the employees have been read.</summary>
internal sealed record EmployeeCursor
{
    /// <summary>Everything that changed before this has been read, once the history is loaded; by BambooHR's clock.</summary>
    public required DateTimeOffset ChangedSince { get; init; }

    /// <summary>The last id of the history that has been read; null at its beginning.</summary>
    public string? After { get; init; }

    public bool HistoryLoaded { get; init; }

    /// <summary>Records of the history that have been read.</summary>
    public long Loaded { get; init; }

    /// <summary>Records that BambooHR had when the reading began.</summary>
    public long? Total { get; init; }

    public static EmployeeCursor? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, CursorJsonContext.Default.EmployeeCursor);

    public override string ToString() => JsonSerializer.Serialize(this, CursorJsonContext.Default.EmployeeCursor);
}
