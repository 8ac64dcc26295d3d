using System.Text.Json;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>How far the survey's answers have been read.</summary>
internal sealed record SurveyCursor
{
    /// <summary>Answers from this day on may be new, once the history is loaded.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>The next page of the history.</summary>
    public int Page { get; init; } = 1;

    public bool HistoryLoaded { get; init; }

    /// <summary>Answers of the history that have been read.</summary>
    public long Loaded { get; init; }

    /// <summary>Answers that BambooHR last said there were.</summary>
    public long? Total { get; init; }

    public static SurveyCursor? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize(text, CursorJsonContext.Default.SurveyCursor);

    public override string ToString() => JsonSerializer.Serialize(this, CursorJsonContext.Default.SurveyCursor);
}
