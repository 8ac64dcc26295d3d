using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.History;

/// <summary>What had happened to a deal by a moment.</summary>
/// <param name="Deal">The deal; amount and dimensions are those the fact has now.</param>
/// <param name="Account">The buyer, or null where the source does not say.</param>
/// <param name="Visits">The stages it went through, oldest first; never empty.</param>
/// <param name="Outcome">How it stood.</param>
/// <param name="EndedAt">When it was won or lost; null while open.</param>
public sealed record DealCourse(
    Deal Deal, Account? Account, IReadOnlyList<StageVisit> Visits, DealOutcome Outcome, DateTimeOffset? EndedAt)
{
    /// <summary>Where it stood.</summary>
    public StageVisit Current => Visits[^1];

    /// <summary>Days from its creation to its end, or to <paramref name="asOf"/> while open; never negative.</summary>
    public double AgeDays(DateTimeOffset asOf) => Math.Max(0, ((EndedAt ?? asOf) - Deal.CreatedAt).TotalDays);

    /// <summary>The course as it was at an earlier moment, or null where the deal did not exist yet.</summary>
    public DealCourse? AsOf(DateTimeOffset moment)
    {
        if (Deal.CreatedAt > moment || Visits[0].EnteredAt > moment)
        {
            return null;
        }

        var last = Visits.Count - 1;
        while (Visits[last].EnteredAt > moment)
        {
            last--;
        }

        return Read(Deal, Account, [.. Visits.Take(last), Visits[last] with { LeftAt = null }]);
    }

    internal static DealCourse Read(Deal deal, Account? account, IReadOnlyList<StageVisit> visits)
    {
        var outcome = visits[^1].Stage switch
        {
            { IsWon: true } => DealOutcome.Won,
            { IsClosed: true } => DealOutcome.Lost,
            _ => DealOutcome.Open,
        };
        if (outcome is DealOutcome.Open)
        {
            return new(deal, account, visits, outcome, null);
        }

        // Corrections within the closed stages do not move the end: it is when the deal last stopped being open.
        var first = visits.Count - 1;
        while (first > 0 && visits[first - 1].Stage.IsClosed)
        {
            first--;
        }

        return new(deal, account, visits, outcome, visits[first].EnteredAt);
    }
}
