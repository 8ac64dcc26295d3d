using Sophia.Core.Analytics.Discovery.Statistics;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>Customers who bought regularly, mattered, and have been silent for longer than their rhythm explains.</summary>
internal static class LostCustomerFindings
{
    private const int LeastPurchases = 5;
    private const double LeastShare = 0.01;
    private const double FalseShare = 0.05;

    // Nobody buys to the day: a perfect rhythm is still uncertain by this share of it.
    private const double LeastIrregularity = 0.15;

    public static IEnumerable<SalesFinding> Find(SalesHistory history, IReadOnlyList<DealCourse> closed)
    {
        var won = closed.Where(static course => course.Outcome is DealOutcome.Won && course.Deal.AccountId is not null).ToArray();
        var tested = won
            .GroupBy(static course => (course.Deal.Key.Connection, course.Deal.AccountId))
            .Where(static customer => customer.Count() >= LeastPurchases)
            .Select(customer => Test([.. customer.OrderBy(static course => course.EndedAt)], history.AsOf))
            .ToArray();
        var adjusted = FalseDiscoveries.Adjust([.. tested.Select(static one => one.Probability)]);
        for (var index = 0; index < tested.Length; index++)
        {
            var (purchases, probability, usual, silent) = tested[index];
            var last = purchases[^1].EndedAt!.Value;
            var share = Share(purchases, won, last.AddYears(-2), last);
            if (adjusted[index] > FalseShare || share < LeastShare)
            {
                continue;
            }

            var customer = purchases[0];
            DealCourse[] declined =
            [
                .. closed.Where(course => course.Outcome is DealOutcome.Lost && course.EndedAt > last
                    && course.Deal.AccountId == customer.Deal.AccountId && course.Deal.Key.Connection == customer.Deal.Key.Connection),
            ];
            var lost = declined.Length == 0 ? "" : FormattableString.Invariant(
                $" Since then it declined {declined.Length} worth {declined.Sum(static course => course.Deal.Amount ?? 0):N0}.");
            yield return new()
            {
                Kind = FindingKind.LostCustomer,
                Subject = customer.Deal.AccountId!,
                Statement = FormattableString.Invariant(
                    $"{customer.Account?.Name ?? customer.Deal.AccountId} bought {purchases.Length} times, about every {usual:0} days, {share:P1} of revenue; it has bought nothing for {silent:0} days.{lost}"),
                Effect = share,
                Probability = probability,
                FalseShare = adjusted[index],
                Evidence = SalesDiscovery.Largest([.. declined, .. purchases]),
            };
        }
    }

    // The prediction of the next interval (Student), one-sided: buying early is no loss.
    private static (DealCourse[] Purchases, double Probability, double Usual, double Silent) Test(DealCourse[] purchases, DateTimeOffset asOf)
    {
        double[] intervals = [.. purchases.Zip(purchases.Skip(1), static (one, next) => (next.EndedAt!.Value - one.EndedAt!.Value).TotalDays)];
        var mean = intervals.Average();
        var deviation = Math.Sqrt(intervals.Sum(days => (days - mean) * (days - mean)) / (intervals.Length - 1));
        deviation = Math.Max(Math.Max(deviation, LeastIrregularity * mean), 1);
        var silent = (asOf - purchases[^1].EndedAt!.Value).TotalDays;
        var distance = (silent - mean) / (deviation * Math.Sqrt(1 + (1.0 / intervals.Length)));
        var half = Tail.Student(distance, intervals.Length - 1) / 2;
        return (purchases, distance > 0 ? half : 1 - half, mean, silent);
    }

    private static double Share(DealCourse[] purchases, DealCourse[] won, DateTimeOffset from, DateTimeOffset to)
    {
        var all = Sum(won);
        return all == 0 ? 0 : (double)(Sum(purchases) / all);

        decimal Sum(DealCourse[] deals) =>
            deals.Where(course => course.EndedAt > from && course.EndedAt <= to).Sum(static course => course.Deal.Amount ?? 0);
    }
}
