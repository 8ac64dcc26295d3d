using System.Collections.Immutable;

namespace Sophia.Sandbox.Crm;

/// <summary>One sale, as it stands; every change makes a new one.</summary>
internal sealed record Deal : ICrmObject
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>In US dollars.</summary>
    public required decimal Amount { get; init; }

    /// <summary>When it closed, or when it is expected to.</summary>
    public required DateTimeOffset CloseDate { get; init; }

    public required long OwnerId { get; init; }

    public required long CompanyId { get; init; }

    public required ProductLine ProductLine { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Every stage it entered, oldest first; never empty.</summary>
    public required ImmutableArray<StageChange> History { get; init; }

    public DealStage Stage => History[^1].Stage;

    public bool IsOpen => ArchivedAt is null && Stage is not (DealStage.ClosedWon or DealStage.ClosedLost);

    /// <summary>This deal in another stage.</summary>
    public Deal MoveTo(DealStage stage, DateTimeOffset at)
    {
        // A deal pushed back and forth by hand for days keeps its last hundred moves.
        var kept = History.Length < 100 ? History : History.RemoveAt(0);
        var moved = this with { History = kept.Add(new StageChange(stage, at)), ModifiedAt = at };
        return stage is DealStage.ClosedWon or DealStage.ClosedLost ? moved with { CloseDate = at } : moved;
    }
}
