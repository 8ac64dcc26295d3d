using Sophia.Core.Dashboard;

namespace Sophia.Core.Integrations;

/// <summary>What is known of a connected source system, from the last real attempts to read it.</summary>
public sealed record Integration
{
    /// <summary>The connection, for example <c>hubspot</c>.</summary>
    public required string Connection { get; init; }

    /// <summary>How far its figures can be relied on.</summary>
    public required FreshnessStatus Status { get; init; }

    /// <summary>When the system was last asked, or null if never.</summary>
    public required DateTimeOffset? LastAttemptAt { get; init; }

    /// <summary>When the system last answered, or null if never.</summary>
    public required DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>What went wrong at the last attempt, or null if it succeeded.</summary>
    public required IntegrationError? Error { get; init; }

    /// <summary>Whether the whole history is loaded and in the figures.</summary>
    public required bool HistoryLoaded { get; init; }

    /// <summary>How much of the history is loaded, 0 to 1; null while its size is unknown.</summary>
    public required double? Progress { get; init; }

    /// <summary>Objects of the history loaded so far.</summary>
    public required long Loaded { get; init; }

    /// <summary>Objects that the system says its history has, or null while unknown.</summary>
    public required long? Total { get; init; }

    /// <summary>What Sophia holds of it, by kind; kinds of which it holds nothing are left out.</summary>
    public required IReadOnlyList<RecordCount> Records { get; init; }

    /// <summary>The age in seconds of the oldest entry that is stored and not in the figures yet; 0 where all are.</summary>
    public required double LagSeconds { get; init; }

    /// <summary>When the system last sent a webhook, or null if it never did.</summary>
    public required DateTimeOffset? WebhookReceivedAt { get; init; }

    /// <summary>How many seconds lie between two looks for changes that no webhook announced.</summary>
    public required double PollSeconds { get; init; }

    /// <summary>When a person or a program last asked for a sync, or null if never.</summary>
    public required DateTimeOffset? SyncRequestedAt { get; init; }

    /// <summary>Whether a sync was asked for that no worker has begun yet.</summary>
    public required bool SyncWaiting { get; init; }
}
