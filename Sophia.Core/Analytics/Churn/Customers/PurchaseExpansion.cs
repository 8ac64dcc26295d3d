using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Churn.Customers;

/// <summary>
/// A customer who may want more, by what it bought: it is healthy, bought more in the last twelve months than in the twelve before, no
/// deal with it is open, and it is no more likely to leave than a typical customer: who is about to leave is to be kept first.
/// </summary>
/// <param name="Procedure">The version of the rule.</param>
/// <param name="HealthScore">0 to 100.</param>
/// <param name="Bought">The value bought in the last twelve months.</param>
/// <param name="BoughtBefore">In the twelve months before; more than zero.</param>
/// <param name="ProductLine">The product line that most of its peers have and it never bought; null where it has all that any of them has.</param>
/// <param name="PeersWith">How many peers bought that line.</param>
/// <param name="Peers">How many peers there are: the other customers of its segment.</param>
public sealed record PurchaseExpansion(
    string Procedure, double HealthScore, decimal Bought, decimal BoughtBefore, string? ProductLine, int PeersWith, int Peers)
{
    private const string Rule = "purchases-2";
    private const double Year = 365;

    /// <summary>The candidate that each customer is, in their order; null for those who are none.</summary>
    /// <param name="customers">All customers, as of the same moment.</param>
    /// <param name="health">How each of them is doing; as many.</param>
    /// <param name="churn">How likely each of them is to leave; as many, or null where no model could be trained.</param>
    public static IReadOnlyList<PurchaseExpansion?> Find(
        IReadOnlyList<CustomerCourse> customers, IReadOnlyList<CustomerHealth> health, IReadOnlyList<ChurnScore>? churn)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var segments = customers.GroupBy(static customer => customer.Account.Segment ?? "", StringComparer.Ordinal)
            .ToDictionary(
                static segment => segment.Key,
                static segment => (Count: segment.Count(), Lines: segment.SelectMany(LinesOf).CountBy(static line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal)),
                StringComparer.Ordinal);
        return [.. customers.Zip(health).Select((pair, index) =>
            churn?[index].IsAboveTypical is true ? null : Judge(pair.First, pair.Second, segments[pair.First.Account.Segment ?? ""]))];
    }

    private static PurchaseExpansion? Judge(CustomerCourse customer, CustomerHealth health, (int Count, Dictionary<string, int> Lines) segment)
    {
        var (bought, before) = (customer.Bought(Year, 0), customer.Bought(2 * Year, Year));
        if (health is not { Band: HealthBand.Healthy, Score: { } score } || before <= 0 || bought <= before
            || customer.Deals.Any(static deal => deal.Outcome is DealOutcome.Open))
        {
            return null;
        }

        // A line that it has not bought is in nobody's count but its peers'.
        var next = segment.Lines.ExceptBy(LinesOf(customer), static line => line.Key, StringComparer.Ordinal)
            .OrderByDescending(static line => line.Value).ThenBy(static line => line.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(Rule, score, bought, before, next.Key, next.Value, segment.Count - 1);
    }

    private static IEnumerable<string> LinesOf(CustomerCourse customer) =>
        customer.Purchases.Select(static deal => deal.Deal.ProductLine).OfType<string>().Distinct(StringComparer.Ordinal);
}
