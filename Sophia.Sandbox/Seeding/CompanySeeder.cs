using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Seeding;

/// <summary>
/// Makes the company. The seed fixes who buys what from whom and how it ends; the day of the call only moves days: a
/// closing keeps its place in the growing business while its date follows the calendar.
/// </summary>
internal static class CompanySeeder
{
    private const long FirstDealId = 31_500_000_001;

    /// <summary>Seeds the company whose history ends before <paramref name="today"/>.</summary>
    public static SeededCompany Seed(SandboxOptions options, DateOnly today)
    {
        var calendar = new BusinessCalendar(options.Years, today);
        var owners = SalesTeam.Hire(options.Seed, calendar.FirstDay);
        var companies = CustomerBase.Found(options, calendar.FirstDay);
        var history = new DealHistory(new Market(companies, owners), calendar);
        var random = new SeededRandom((ulong)options.Seed);

        var accountOwner = owners.First(owner => owner.Region == companies[0].Region && owner.Skill > SalesTeam.WeakSkill);
        var deals = LostCustomer.Deals(FirstDealId, companies[0], accountOwner, history, calendar, random.Fork(0));
        var planted = Describe(calendar, owners, companies[0], deals);
        while (deals.Count < options.Deals)
        {
            deals.Add(history.Make(FirstDealId + deals.Count, random.Fork(deals.Count)));
        }

        return new SeededCompany(
            calendar.FirstDay,
            today,
            owners,
            PutBeforeTheirDeals(companies, deals),
            deals,
            planted,
            StaffSeeder.Seed(options.Seed, calendar, owners));
    }

    private static PlantedEvents Describe(BusinessCalendar calendar, IReadOnlyList<Owner> owners, Company customer, List<Deal> deals)
    {
        var weak = owners.Where(owner => owner.Skill == SalesTeam.WeakSkill).ToList();
        return new PlantedEvents(
            Math.Round(BusinessCalendar.CountGrowth * BusinessCalendar.PriceGrowth, 2),
            calendar.BadQuarter.ToString(),
            calendar.BadQuarter.FirstDay,
            calendar.BadQuarter.LastDay,
            DealHistory.BadQuarterWinFactor,
            customer.Id,
            customer.Name,
            deals.Count - 1,
            DateOnly.FromDateTime(deals[^2].CloseDate.UtcDateTime),
            deals[^1].Id,
            deals[^1].Amount,
            DateOnly.FromDateTime(deals[^1].CloseDate.UtcDateTime),
            [.. weak.Select(owner => owner.Id)],
            [.. weak.Select(owner => owner.FullName)]);
    }

    /// <summary>A company cannot be younger than its first deal.</summary>
    private static List<Company> PutBeforeTheirDeals(List<Company> companies, List<Deal> deals)
    {
        var first = deals.GroupBy(deal => deal.CompanyId).ToDictionary(group => group.Key, group => group.Min(deal => deal.CreatedAt));
        return
        [
            .. companies.Select(company => first.TryGetValue(company.Id, out var since) && since <= company.CreatedAt
                ? company with { CreatedAt = since.AddHours(-3), ModifiedAt = since.AddHours(-3) }
                : company),
        ];
    }
}
