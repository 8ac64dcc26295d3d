using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Sales.History;

/// <summary>Every deal's course up to a moment, which is what the models learn from.</summary>
/// <param name="AsOf">The moment; nothing after it is in <paramref name="Courses"/>.</param>
/// <param name="Courses">As many as there are deals; the caller's store bounds them.</param>
/// <param name="LeftOut">Deals without a known stage, which say nothing here.</param>
public sealed record SalesHistory(DateTimeOffset AsOf, IReadOnlyList<DealCourse> Courses, int LeftOut)
{
    /// <summary>Deals that were won or lost.</summary>
    public IEnumerable<DealCourse> Closed => Courses.Where(static course => course.Outcome is not DealOutcome.Open);

    /// <summary>Deals still being pursued.</summary>
    public IEnumerable<DealCourse> Open => Courses.Where(static course => course.Outcome is DealOutcome.Open);

    /// <summary>Reads deals as they stood at a moment; removed deals and those created later are not part of it.</summary>
    public static SalesHistory Read(
        IEnumerable<Deal> deals, IEnumerable<DealStage> stages, IEnumerable<Account> accounts, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(deals);
        var known = stages.ToDictionary(static stage => stage.Key);
        var buyers = accounts.ToDictionary(static account => account.Key);
        var leftOut = 0;
        List<DealCourse> courses = [];
        foreach (var deal in deals)
        {
            if (deal.IsRemoved || deal.CreatedAt > asOf)
            {
                continue;
            }

            var entries = deal.StageHistory.Where(entry => entry.EnteredAt <= asOf).ToArray();
            var found = entries.Select(entry => known.GetValueOrDefault(new FactKey(deal.Key.Connection, entry.StageId))).ToArray();
            if (entries.Length == 0 || found.Any(static stage => stage is null))
            {
                leftOut++;
                continue;
            }

            var buyer = deal.AccountId is { } id ? buyers.GetValueOrDefault(new FactKey(deal.Key.Connection, id)) : null;
            courses.Add(DealCourse.Read(deal, buyer, [.. entries.Select((entry, index) => new StageVisit(
                found[index]!, entry.EnteredAt, index + 1 < entries.Length ? entries[index + 1].EnteredAt : null))]));
        }

        return new(asOf, courses, leftOut);
    }

    /// <summary>The same history at an earlier moment.</summary>
    public SalesHistory At(DateTimeOffset earlier) =>
        new(earlier, [.. Courses.Select(course => course.AsOf(earlier)).OfType<DealCourse>()], LeftOut);
}
