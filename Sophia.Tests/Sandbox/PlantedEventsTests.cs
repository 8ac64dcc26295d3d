using Sophia.Sandbox;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Tests.Sandbox;

/// <summary>What the sandbox says it planted can be measured in its deals alone.</summary>
public sealed class PlantedEventsTests
{
    private static readonly SeededCompany s_company = CompanySeeder.Seed(new SandboxOptions(), new DateOnly(2026, 11, 22));
    private static readonly PlantedEvents s_planted = s_company.Planted;

    // The large customer would drown the rest of its quarters.
    private static readonly List<Deal> s_closed =
        [.. s_company.Deals.Where(deal => deal.Stage.IsClosed && deal.CompanyId != s_planted.LostCustomerId)];

    [Fact]
    public void The_bad_quarter_has_a_clearly_lower_win_rate_and_revenue_than_its_neighbours()
    {
        var bad = Quarter.Of(s_planted.BadQuarterFrom);
        Quarter[] neighbours = [bad.Add(-1), bad.Add(1)];

        Assert.Equal(new Quarter(2026, 1), bad);
        Assert.All(neighbours, neighbour =>
        {
            Assert.InRange(WinRate(In(bad)) / WinRate(In(neighbour)), 0.35, 0.65);
            Assert.InRange(Revenue(In(bad)) / Revenue(In(neighbour)), 0.2m, 0.6m);
        });
    }

    [Fact]
    public void The_large_customer_renews_every_quarter_then_declines_its_largest_deal_and_never_returns()
    {
        List<Deal> theirs = [.. s_company.Deals.Where(deal => deal.CompanyId == s_planted.LostCustomerId).OrderBy(deal => deal.CloseDate)];
        var won = theirs[..^1];

        Assert.Equal(s_planted.RenewalsWon, won.Count);
        Assert.All(won, deal => Assert.Equal(DealStage.ClosedWon, deal.Stage));
        Assert.All(won.Zip(won.Skip(1)), pair => Assert.Equal(QuarterOf(pair.First).Add(1), QuarterOf(pair.Second)));
        Assert.All(won, deal => Assert.InRange(deal.Amount, 500_000, 800_000));
        Assert.Equal((s_planted.LostDealId, DealStage.ClosedLost, s_planted.LostDealAmount), (theirs[^1].Id, theirs[^1].Stage, theirs[^1].Amount));
        Assert.Equal(s_company.Deals.Max(deal => deal.Amount), theirs[^1].Amount);
        Assert.Equal(QuarterOf(won[^1]).Add(1), QuarterOf(theirs[^1]));
    }

    [Fact]
    public void Exactly_the_two_weak_representatives_win_much_less_and_take_longer()
    {
        var people = s_closed.GroupBy(deal => deal.OwnerId)
            .Select(deals => (Owner: deals.Key, WinRate: WinRate(deals), Days: deals.Average(deal => (deal.CloseDate - deal.CreatedAt).TotalDays)))
            .ToList();
        var usualWinRate = people.Select(person => person.WinRate).Order().ElementAt(people.Count / 2);
        var usualDays = people.Select(person => person.Days).Order().ElementAt(people.Count / 2);

        Assert.Equal(40, people.Count);
        Assert.Equal(2, s_planted.WeakOwnerIds.Count);
        Assert.Equal(s_planted.WeakOwnerIds, people.Where(person => person.WinRate < 0.55 * usualWinRate).Select(person => person.Owner).Order());
        Assert.Equal(s_planted.WeakOwnerIds, people.Where(person => person.Days > 1.4 * usualDays).Select(person => person.Owner).Order());
    }

    [Fact]
    public void Revenue_of_ordinary_quarters_grows_by_about_thirty_percent_a_year()
    {
        Quarter[] ordinary = [new(2025, 4), new(2026, 2), new(2026, 3)];

        var growth = (double)(ordinary.Sum(quarter => Revenue(In(quarter))) / ordinary.Sum(quarter => Revenue(In(quarter.Add(-4)))));

        Assert.InRange(growth, s_planted.YearlyRevenueGrowth - 0.12, s_planted.YearlyRevenueGrowth + 0.12);
    }

    [Fact]
    public void More_is_won_at_the_end_of_a_quarter_and_in_the_last_quarter_of_a_year()
    {
        List<Deal> won = [.. s_closed.Where(deal => deal.Stage == DealStage.ClosedWon)];
        var atTheEnd = won.Count(deal => QuarterOf(deal).LastDay.DayNumber - Day(deal).DayNumber < 10);

        // Ten days of ninety-one would hold 11 % of the wins of an even business.
        Assert.InRange((double)atTheEnd / won.Count, 0.17, 0.30);
        Assert.True(Revenue(In(new Quarter(2024, 4))) > Revenue(In(new Quarter(2024, 3))));
        Assert.True(Revenue(In(new Quarter(2025, 4))) > Revenue(In(new Quarter(2025, 3))));
    }

    [Fact]
    public void Larger_customers_pay_more_and_decide_later()
    {
        var segments = s_company.Companies.ToDictionary(company => company.Id, company => company.Segment);
        var medians = s_closed.GroupBy(deal => segments[deal.CompanyId]).OrderBy(deals => deals.Key)
            .Select(deals => (
                Amount: deals.Select(deal => deal.Amount).Order().ElementAt(deals.Count() / 2),
                Days: deals.Select(deal => (deal.CloseDate - deal.CreatedAt).TotalDays).Order().ElementAt(deals.Count() / 2)))
            .ToList();

        Assert.Equal(3, medians.Count);
        Assert.True(medians[0].Amount > 2 * medians[1].Amount && medians[1].Amount > 2 * medians[2].Amount);
        Assert.True(medians[0].Days > 1.5 * medians[1].Days && medians[1].Days > 1.5 * medians[2].Days);
    }

    private static IEnumerable<Deal> In(Quarter quarter) => s_closed.Where(deal => QuarterOf(deal) == quarter);

    private static Quarter QuarterOf(Deal deal) => Quarter.Of(Day(deal));

    private static DateOnly Day(Deal deal) => DateOnly.FromDateTime(deal.CloseDate.UtcDateTime);

    private static double WinRate(IEnumerable<Deal> closed) => closed.Average(deal => deal.Stage == DealStage.ClosedWon ? 1.0 : 0);

    private static decimal Revenue(IEnumerable<Deal> closed) => closed.Where(deal => deal.Stage == DealStage.ClosedWon).Sum(deal => deal.Amount);
}
