namespace Sophia.Core.Facts;

/// <summary>A sale that is being pursued, was won or was lost.</summary>
public sealed record Deal : Fact
{
    /// <summary>The deal's title, or null where the source has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The value in the organisation's currency, or null where nobody has estimated it.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>What is being sold, or null where the source does not say.</summary>
    public required string? ProductLine { get; init; }

    /// <summary>The seller's identifier in the source.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>The buying account's identifier in the same connection.</summary>
    public required string? AccountId { get; init; }

    /// <summary>The stage the deal is in: the <see cref="FactKey.ExternalId"/> of a <see cref="DealStage"/>.</summary>
    public required string StageId { get; init; }

    /// <summary>When the deal was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the deal was closed, or is expected to close while it is open.</summary>
    public required DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The stages the deal went through, oldest first; the last one is <see cref="StageId"/>.</summary>
    public required IReadOnlyList<StageEntry> StageHistory { get; init; }
}
