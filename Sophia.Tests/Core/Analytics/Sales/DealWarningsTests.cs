using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Warnings;
using static Sophia.Tests.Core.Analytics.Sales.MadeUpSales;

namespace Sophia.Tests.Core.Analytics.Sales;

public sealed class DealWarningsTests
{
    private static readonly DateTimeOffset s_now = Midnight(2026, 7, 1);

    private static readonly HashSet<DealWarningKind> s_every = [.. Enum.GetValues<DealWarningKind>()];

    [Fact]
    public void Each_kind_finds_the_deal_made_for_it_and_only_its_own_reason_when_alone()
    {
        var history = With(
            Deal(901, ("first", 175)) with { Amount = null },
            Deal(902, ("first", 100)) with { ClosedAt = s_now.AddDays(-3) },
            Deal(903, ("first", 180)) with { ClosedAt = s_now.AddDays(1) },
            Deal(904, ("first", 178), ("second", 179), ("first", 180)) with { ClosedAt = s_now.AddDays(60), Amount = 1_000_000 });

        var found = new DealWarnings(history).All(s_every).ToLookup(static warning => warning.Deal.ExternalId, static warning => warning.Kind, StringComparer.Ordinal);

        Assert.Equal([DealWarningKind.NoAmount, DealWarningKind.NoCloseDate], found["901"]);
        Assert.Equal([DealWarningKind.CloseDatePassed, DealWarningKind.StuckInStage, DealWarningKind.OlderThanWonDeals], found["902"]);
        Assert.Equal([DealWarningKind.ClosesTooSoon], found["903"]);
        Assert.Equal([DealWarningKind.MovedBack, DealWarningKind.UnusuallyLarge], found["904"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_that_is_switched_off_is_silent_and_the_others_are_not(DealWarningKind off)
    {
        var all = new DealWarnings(CompanyHistory).All(s_every).ToArray();

        var some = new DealWarnings(CompanyHistory).All(s_every.Except([off]).ToHashSet()).ToArray();

        Assert.Equal(all.Where(warning => warning.Kind != off), some);
    }

    [Fact]
    public void Ordinary_deals_are_left_alone()
    {
        var open = CompanyHistory.Open.Count();

        var warned = new DealWarnings(CompanyHistory).All(s_every).Select(static warning => warning.Deal).Distinct().Count();

        Assert.InRange(warned, 1, open * 0.35);
    }

    public static TheoryData<DealWarningKind> Kinds => [.. Enum.GetValues<DealWarningKind>()];

    private static SalesHistory With(params Sophia.Core.Facts.Deal[] deals) =>
        // A hundred won deals of 20 to 40 days teach the limits.
        History(s_now, [.. Enumerable.Range(0, 100).Select(static id => Deal(id, ("first", 0), ("second", 10 + (id % 10)), ("won", 20 + (id % 21)))), .. deals]);
}
