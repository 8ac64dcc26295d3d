using Sophia.Core.Integrations;

namespace Sophia.Data.Sources;

/// <summary>What a connector last learned of its source.</summary>
public sealed record SourceStatus
{
    /// <summary>The configured connection, for example <c>hubspot</c>.</summary>
    public required string Connection { get; init; }

    /// <summary>When the source was last asked, or null if never.</summary>
    public DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When the source last answered, or null if never.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What went wrong at the last attempt, or null if it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Of what kind the error is, or null where none is known.</summary>
    public IntegrationFailure? Failure { get; init; }

    /// <summary>Whether the whole history is in the log.</summary>
    public bool HistoryLoaded { get; init; }

    /// <summary>Objects of the history loaded so far.</summary>
    public long Loaded { get; init; }

    /// <summary>Objects that the source says its history has, or null while unknown.</summary>
    public long? Total { get; init; }
}
