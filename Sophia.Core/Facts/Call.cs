namespace Sophia.Core.Facts;

/// <summary>A conversation that was held, by telephone or video.</summary>
public sealed record Call : Fact
{
    /// <summary>The call's title, or null where the source has none.</summary>
    public required string? Title { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it lasted, in seconds.</summary>
    public required long DurationSeconds { get; init; }

    /// <summary>Who called whom.</summary>
    public required CallDirection Direction { get; init; }

    /// <summary>Whether only colleagues took part, or null where the source does not say.</summary>
    public required bool? IsInternal { get; init; }

    /// <summary>The host: the <see cref="FactKey.ExternalId"/> of a <see cref="SystemUser"/> of the same connection.</summary>
    public required string? OwnerId { get; init; }

    /// <summary>The deals that it was about, as their own source writes them; empty where it was about none.</summary>
    public required IReadOnlyList<string> DealIds { get; init; }

    /// <summary>The account that it was about, as its own source writes it, or null.</summary>
    public required string? AccountId { get; init; }

    /// <summary>Who took part.</summary>
    public required IReadOnlyList<CallParty> Parties { get; init; }

    /// <summary>How long our side talked, in seconds, or null where the source did not measure it.</summary>
    public required decimal? OurTalkSeconds { get; init; }

    /// <summary>How long the other side talked, in seconds, or null where the source did not measure it.</summary>
    public required decimal? TheirTalkSeconds { get; init; }

    /// <summary>What it was about, as the source tells topics.</summary>
    public required IReadOnlyList<CallTopic> Topics { get; init; }
}
