using Sophia.Sandbox;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Tests.Sandbox;

public sealed class SeedingTests
{
    private static readonly DateOnly s_today = new(2026, 11, 22);

    [Fact]
    public void The_same_seed_on_the_same_day_is_the_same_company()
    {
        var once = CompanySeeder.Seed(Small(seed: 7), s_today);
        var again = CompanySeeder.Seed(Small(seed: 7), s_today);

        Assert.Equal(once.Owners, again.Owners);
        Assert.Equal(once.Companies, again.Companies);
        Assert.Equal(once.Deals.Select(Describe), again.Deals.Select(Describe), StringComparer.Ordinal);
    }

    [Fact]
    public void Another_seed_is_another_company()
    {
        var one = CompanySeeder.Seed(Small(seed: 7), s_today);
        var other = CompanySeeder.Seed(Small(seed: 8), s_today);

        Assert.NotEqual(one.Companies.Select(company => company.Name), other.Companies.Select(company => company.Name), StringComparer.Ordinal);
        Assert.NotEqual(one.Deals.Select(deal => deal.Amount), other.Deals.Select(deal => deal.Amount));
    }

    [Fact]
    public void The_next_day_moves_dates_by_whole_days_and_keeps_who_buys_what_from_whom()
    {
        var today = CompanySeeder.Seed(Small(seed: 7), s_today);
        var tomorrow = CompanySeeder.Seed(Small(seed: 7), s_today.AddDays(1));

        var kept = today.Deals.Zip(tomorrow.Deals)
            .Count(pair => pair.First.Name == pair.Second.Name
                && pair.First.OwnerId == pair.Second.OwnerId
                && pair.First.CloseDate.TimeOfDay == pair.Second.CloseDate.TimeOfDay);

        // A deal drawn anew because it would have begun in the future on one of the days is another deal.
        Assert.InRange(kept, (int)(today.Deals.Count * 0.97), today.Deals.Count);
    }

    [Theory]
    [InlineData(2026, 10, 1)]
    [InlineData(2026, 12, 31)]
    [InlineData(2028, 2, 29)]
    public void No_deal_reaches_past_the_last_midnight_on_any_day_of_the_calendar(int year, int month, int day)
    {
        var company = CompanySeeder.Seed(Small(seed: 3), new DateOnly(year, month, day));
        var midnight = new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(600, company.Deals.Count);
        Assert.All(company.Deals, deal =>
        {
            Assert.True(deal.ModifiedAt < midnight && deal.CreatedAt <= deal.ModifiedAt);
            Assert.Equal(deal.IsOpen, deal.CloseDate >= midnight);
            Assert.Equal(deal.History.Select(change => change.At).Order(), deal.History.Select(change => change.At));
        });
        Assert.All(company.Deals, deal => Assert.Contains(company.Companies, buyer => buyer.Id == deal.CompanyId && buyer.CreatedAt < deal.CreatedAt));
    }

    [Fact]
    public void Twenty_thousand_deals_have_modification_dates_that_a_reader_can_page_on()
    {
        var deals = CompanySeeder.Seed(new SandboxOptions(), s_today).Deals;

        Assert.Equal(20_000, deals.Count);
        // Readers page by date and id; a page of 100 must never consist of one date.
        Assert.All(deals.CountBy(deal => deal.ModifiedAt), moment => Assert.InRange(moment.Value, 1, 3));
    }

    private static SandboxOptions Small(int seed) => new() { Seed = seed, Deals = 600, Companies = 120 };

    private static string Describe(Deal deal) => $"{deal} {string.Join(", ", deal.History)}";
}
