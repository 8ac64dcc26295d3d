using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>The large customer: a renewal won in every quarter, then the largest one lost, then silence.</summary>
internal static class LostCustomer
{
    private const decimal Renewal = 640_000;
    private const decimal LostRenewal = 2_750_000;

    /// <summary>Its deals, with ids from <paramref name="firstId"/> on; the last is the lost one.</summary>
    public static List<Deal> Deals(long firstId, Company customer, Owner owner, DealHistory history, BusinessCalendar calendar, SeededRandom random)
    {
        var prospect = new Prospect(customer, owner, ProductLine.Platform, "", 0, 0);
        var lost = Quarter.Of(calendar.Today).Add(-2);
        List<Deal> deals = [];
        for (var quarter = Quarter.Of(calendar.FirstDay).Add(1); quarter != lost; quarter = quarter.Add(1))
        {
            var closes = quarter.LastDay.AddDays(-random.Between(6, 12));
            var renewal = prospect with { Name = $"{customer.Name} - Platform renewal {quarter}" };
            var amount = Market.Price((double)Renewal * (1 + (0.04 * random.Normal())));
            deals.Add(history.Make(firstId + deals.Count, renewal, amount, closes.AddDays(-45), closes, won: true, random));
        }

        var ends = lost.LastDay.AddDays(-9);
        var last = prospect with { Name = $"{customer.Name} - Platform multi-year renewal" };
        deals.Add(history.Make(firstId + deals.Count, last, LostRenewal, ends.AddDays(-120), ends, won: false, random));
        return deals;
    }
}
