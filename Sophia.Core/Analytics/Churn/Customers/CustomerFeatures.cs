using System.Globalization;
using Sophia.Core.Analytics.Churn.Features;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Churn.Customers;

/// <summary>What is known of a customer at a moment, as a row of the table that churn is learnt from.</summary>
public static class CustomerFeatures
{
    private static readonly (string Name, Func<CustomerCourse, object?> Of)[] s_columns =
    [
        ("region", static customer => customer.Account.Region),
        ("segment", static customer => customer.Account.Segment),
        ("purchases", static customer => customer.Purchases.Count),
        ("days since last purchase", static customer => customer.Days(customer.LastPurchase!.Value)),
        ("days since first purchase", static customer => customer.Days(customer.Purchases[0].EndedAt!.Value)),
        ("usual days between purchases", static customer => customer.UsualInterval),
        ("bought in 12 months", static customer => customer.Bought(365, 0)),
        ("bought in the 12 months before", static customer => customer.Bought(730, 365)),
        ("product lines bought", static customer => customer.Purchases.Select(static deal => deal.Deal.ProductLine).Distinct(StringComparer.Ordinal).Count()),
        ("open deals", static customer => customer.Deals.Count(static deal => deal.Outcome is DealOutcome.Open)),
        ("deals lost in 12 months", static customer => customer.Deals.Count(deal => deal.Outcome is DealOutcome.Lost && customer.Days(deal.EndedAt!.Value) < 365)),
        ("calls in 90 days", static customer => customer.Calls.Count(call => customer.Days(call.At) < 90)),
        ("sentiment in 180 days", static customer => customer.Calls.Where(call => customer.Days(call.At) < 180).Average(static call => call.Sentiment)),
    ];

    /// <summary>The table of customers, all as of the same day.</summary>
    public static CustomerTable Table(IReadOnlyList<CustomerCourse> customers, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return new(
            [.. s_columns.Select(static column => column.Name)],
            [.. customers.Select(static customer => Array.ConvertAll(
                s_columns, column => Convert.ToString(column.Of(customer), CultureInfo.InvariantCulture)))],
            asOf);
    }
}
