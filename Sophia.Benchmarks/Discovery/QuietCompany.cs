using Sophia.Core.Analytics.Sales.History;
using Sophia.Sandbox;
using Sophia.Sandbox.Seeding;

namespace Sophia.Benchmarks.Discovery;

/// <summary>
/// A made-up company to which nothing was done: the history before its bad quarter, without the customer that will leave and
/// without the deals of the weak sellers. Growth, season and the ordinary differences of sellers and segments remain. The tests compile this file too.
/// </summary>
internal static class QuietCompany
{
    /// <summary>Its history after each of the last quarters before the bad one.</summary>
    public static IEnumerable<SalesHistory> Histories(int seed, DateOnly today, int quarters)
    {
        var company = CompanySeeder.Seed(new SandboxOptions { Seed = seed, Years = 4 }, today);
        var planted = company.Planted;
        var quiet = company.Deals.Where(deal => deal.CompanyId != planted.LostCustomerId && !planted.WeakOwnerIds.Contains(deal.OwnerId));
        var end = new DateTimeOffset(planted.BadQuarterFrom, TimeOnly.MinValue, TimeSpan.Zero);
        var whole = SalesHistory.Read(SeededFacts.Deals(quiet), SeededFacts.Stages, SeededFacts.Accounts(company), end);
        return Enumerable.Range(0, quarters).Select(back => whole.At(end.AddMonths(-3 * back)));
    }
}
