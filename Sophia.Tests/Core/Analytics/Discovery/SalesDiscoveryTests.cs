using System.Globalization;
using Sophia.Benchmarks.Discovery;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Tests.Core.Analytics.Sales;

namespace Sophia.Tests.Core.Analytics.Discovery;

public sealed class SalesDiscoveryTests
{
    private static readonly Lazy<IReadOnlyList<SalesFinding>> s_findings = new(static () => SalesDiscovery.Find(MadeUpSales.CompanyHistory));

    [Fact]
    public void The_bad_quarter_is_found_and_its_lost_revenue_is_put_down_to_the_win_rate()
    {
        var planted = MadeUpSales.Company.Planted;

        var finding = Assert.Single(s_findings.Value, static finding => finding.Kind is FindingKind.Quarter);

        Assert.Equal(planted.BadQuarterFrom.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), finding.Subject);
        Assert.InRange(finding.Effect, planted.BadQuarterWinFactor - 0.1, planted.BadQuarterWinFactor + 0.1);
        Assert.Equal("win rate", finding.Factors![0].Factor);
        Assert.True(finding.Factors[0].Effect < 0);
        Assert.Equal(20, finding.Evidence.Count);
        Assert.Equal(["region", "product line", "segment", "seller"], finding.Changes.Keys, StringComparer.Ordinal);
        Assert.All(finding.Changes.Values, change =>
        {
            Assert.Equal(change.Change, change.Volume + change.Mix + change.Price);
            Assert.Equal(change.Change, change.Parts.Sum(static part => part.Total));
            Assert.Equal((double)change.Change, finding.Factors.Sum(static factor => factor.Effect), 1);
        });
    }

    [Fact]
    public void The_lost_customer_is_found_with_the_renewal_it_declined()
    {
        var planted = MadeUpSales.Company.Planted;

        var finding = Assert.Single(s_findings.Value, static finding => finding.Kind is FindingKind.LostCustomer);

        Assert.Equal(planted.LostCustomerId.ToString(CultureInfo.InvariantCulture), finding.Subject);
        Assert.Equal(planted.LostDealId.ToString(CultureInfo.InvariantCulture), finding.Evidence[0].ExternalId);
        Assert.Contains(planted.LostCustomerName, finding.Statement, StringComparison.Ordinal);
        Assert.Contains("2,750,000", finding.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_weak_sellers_are_found_and_nobody_else()
    {
        var found = s_findings.Value.Where(static finding => finding.Kind is FindingKind.Seller).ToArray();

        Assert.Equal(
            MadeUpSales.Company.Planted.WeakOwnerIds.Select(static id => id.ToString(CultureInfo.InvariantCulture)),
            found.Select(static finding => finding.Subject).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(found, static finding => Assert.InRange(finding.Effect, 0.2, 0.55));
    }

    [Fact]
    public void Ten_companies_to_which_nothing_was_done_give_fewer_than_one_flag_each()
    {
        var flags = Enumerable.Range(1, 10)
            .SelectMany(static seed => QuietCompany.Histories(seed, new DateOnly(2026, 11, 22), quarters: 1))
            .Sum(static history => SalesDiscovery.Find(history).Count);

        Assert.InRange(flags, 0, 9);
    }

    [Fact]
    public void A_company_without_deals_has_no_findings() =>
        Assert.Empty(SalesDiscovery.Find(new SalesHistory(MadeUpSales.Midnight(2026, 1, 1), [], 0)));
}
