namespace Sophia.Core.Status;

/// <summary>Work on Sophia that people are told of.</summary>
public sealed record MaintenanceNotice
{
    /// <summary>Names the notice.</summary>
    public required Guid Id { get; init; }

    /// <summary>What people are told.</summary>
    public required string Text { get; init; }

    /// <summary>When the work begins.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When the work ends.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>When it was announced.</summary>
    public required DateTimeOffset AnnouncedAt { get; init; }
}
