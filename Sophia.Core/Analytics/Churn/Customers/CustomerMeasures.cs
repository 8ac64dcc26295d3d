using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Churn.Customers;

/// <summary>The measures that a customer's health is assessed by. What no connected system tells is unknown, not bad.</summary>
public static class CustomerMeasures
{
    /// <summary>How the components count. Without a system that tells of usage and support, contract and engagement alone are just enough to judge.</summary>
    public static HealthWeights Weights { get; } = new("2026-1", new Dictionary<HealthComponent, double>
    {
        [HealthComponent.Engagement] = 0.25,
        [HealthComponent.Usage] = 0.15,
        [HealthComponent.Support] = 0.10,
        [HealthComponent.Sentiment] = 0.15,
        [HealthComponent.Contract] = 0.35,
    });

    /// <summary>The measures of one customer.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="callsAreKnown">Whether a system that records calls is connected: without one no call is no sign.</param>
    public static IReadOnlyList<HealthMeasure> Of(CustomerCourse customer, bool callsAreKnown)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var sinceLast = customer.Days(customer.LastPurchase!.Value);
        var before = customer.Bought(730, 365);
        DateTimeOffset[] contacts = [.. customer.Calls.Select(static call => call.At), .. customer.Deals.Select(static deal => deal.Current.EnteredAt)];
        return
        [
            new(HealthComponent.Contract, "days since the last purchase, in usual intervals (a year where there was one purchase)",
                sinceLast / Math.Max(30, customer.UsualInterval ?? 365), Worst: 2, Best: 0.5),
            new(HealthComponent.Contract, "bought in 12 months, against the 12 months before",
                before > 0 ? (double)(customer.Bought(365, 0) / before) : null, Worst: 0, Best: 1.2),
            new(HealthComponent.Engagement, "days since the last contact", customer.Days(contacts.Max()), Worst: 180, Best: 14),
            new(HealthComponent.Engagement, "open deals", customer.Deals.Count(static deal => deal.Outcome is DealOutcome.Open), Worst: 0, Best: 2),
            new(HealthComponent.Engagement, "calls in 90 days",
                callsAreKnown ? customer.Calls.Count(call => customer.Days(call.At) < 90) : null, Worst: 0, Best: 3),
            new(HealthComponent.Sentiment, "mean sentiment of calls in 180 days",
                customer.Calls.Where(call => customer.Days(call.At) < 180).Average(static call => call.Sentiment), Worst: -0.3, Best: 0.5),
        ];
    }
}
