using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Churn.Customers;

/// <summary>What happened between us and one account up to a moment.</summary>
/// <param name="Account">The account.</param>
/// <param name="Deals">Its deals as they stood then.</param>
/// <param name="Calls">The calls with it until then.</param>
/// <param name="AsOf">The moment.</param>
public sealed record CustomerCourse(Account Account, IReadOnlyList<DealCourse> Deals, IReadOnlyList<CustomerCall> Calls, DateTimeOffset AsOf)
{
    /// <summary>An account that bought is a customer until it has bought nothing for this long.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromDays(365);

    /// <summary>What it bought, oldest first.</summary>
    public IReadOnlyList<DealCourse> Purchases { get; } =
        [.. Deals.Where(static deal => deal.Outcome is DealOutcome.Won).OrderBy(static deal => deal.EndedAt)];

    /// <summary>When it bought last, or null where it never did.</summary>
    public DateTimeOffset? LastPurchase => Purchases is [.., var last] ? last.EndedAt : null;

    /// <summary>When it stopped being a customer; null while it is one, and where it never was.</summary>
    public DateTimeOffset? LeftAt => LastPurchase + Silence <= AsOf ? LastPurchase + Silence : null;

    /// <summary>Whether it is a customer.</summary>
    public bool IsCustomer => LastPurchase is not null && LeftAt is null;

    /// <summary>Mean days from one purchase to the next; null with fewer than two.</summary>
    public double? UsualInterval => Purchases.Count < 2
        ? null
        : (Purchases[^1].EndedAt!.Value - Purchases[0].EndedAt!.Value).TotalDays / (Purchases.Count - 1);

    /// <summary>The value bought from <paramref name="from"/> to <paramref name="to"/> days ago.</summary>
    public decimal Bought(double from, double to) =>
        Purchases.Where(deal => Days(deal.EndedAt!.Value) < from && Days(deal.EndedAt!.Value) >= to).Sum(static deal => deal.Deal.Amount ?? 0);

    /// <summary>The same at an earlier moment.</summary>
    public CustomerCourse At(DateTimeOffset earlier) => new(
        Account, [.. Deals.Select(deal => deal.AsOf(earlier)).OfType<DealCourse>()], [.. Calls.Where(call => call.At <= earlier)], earlier);

    internal double Days(DateTimeOffset moment) => (AsOf - moment).TotalDays;
}
