namespace Sophia.Core.Dashboard;

/// <summary>What is known of one source of the figures.</summary>
public sealed record SourceFreshness
{
    /// <summary>The connection, for example <c>hubspot</c>.</summary>
    public required string Source { get; init; }

    /// <summary>How far its figures can be relied on.</summary>
    public required FreshnessStatus Status { get; init; }

    /// <summary>When the source was last reached with success, or null if never.</summary>
    public required DateTimeOffset? CheckedAt { get; init; }

    /// <summary>Objects loaded of the history so far.</summary>
    public required long Loaded { get; init; }

    /// <summary>Objects that the source says its history has, or null while unknown.</summary>
    public required long? Total { get; init; }

    /// <summary>What went wrong at the last attempt, or null if it succeeded.</summary>
    public required string? Error { get; init; }
}
