using Sophia.Core.Analytics.Discovery.Differences;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>Sellers, regions, product lines and segments that win much more or less than their peers with the same mix of deals.</summary>
internal static class GroupFindings
{
    private const double LeastEffect = 0.25;

    public static IEnumerable<SalesFinding> Find(IReadOnlyList<DealCourse> closed)
    {
        foreach (var (dimension, member) in SalesDimensions.All)
        {
            var isSeller = dimension == "seller";
            var expected = new ExpectedWins(closed, dimension);
            var groups = closed.Where(course => member(course) != SalesDimensions.None)
                .GroupBy(member, StringComparer.Ordinal)
                .ToDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);
            GroupResult[] results = [.. groups.Select(group => expected.Judge(group.Key, group.Value))];
            var usual = MedianDays(closed);
            foreach (var difference in DifferenceSearch.Find(results, LeastEffect))
            {
                var result = difference.Result;
                var deals = groups[result.Name];
                yield return new()
                {
                    Kind = isSeller ? FindingKind.Seller : FindingKind.Part,
                    Subject = isSeller ? result.Name : $"{dimension}: {result.Name}",
                    Statement = FormattableString.Invariant(
                        $"{dimension} {result.Name} won {result.Successes} of {result.Trials} closed deals; peers would have won {result.Expected:0} of the same mix. Half of its deals took more than {MedianDays(deals):0} days, of all deals {usual:0}."),
                    Effect = difference.Ratio,
                    Probability = difference.Probability,
                    FalseShare = difference.FalseShare,
                    Evidence = SalesDiscovery.Largest(deals.Where(course => course.Outcome is DealOutcome.Lost == difference.Ratio < 1)),
                };
            }
        }
    }

    private static double MedianDays(IReadOnlyCollection<DealCourse> deals) =>
        deals.Select(static course => course.AgeDays(course.EndedAt!.Value)).Order().ElementAt((deals.Count - 1) / 2);
}
