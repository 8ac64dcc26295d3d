using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Facts;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>Looks through a sales history for what chance does not explain: quarters, sellers, parts of the business, lost customers.</summary>
public static class SalesDiscovery
{
    private const int MostEvidence = 20;

    /// <summary>The findings, the surest first; none where nothing stands out or too little is known.</summary>
    public static IReadOnlyList<SalesFinding> Find(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var closed = history.Closed.ToArray();
        return closed.Length == 0
            ? []
            :
            [
                .. QuarterFindings.Find(history, closed)
                    .Concat(GroupFindings.Find(closed))
                    .Concat(LostCustomerFindings.Find(history, closed))
                    .OrderBy(static finding => finding.Probability)
                    .ThenBy(static finding => finding.Subject, StringComparer.Ordinal),
            ];
    }

    internal static IReadOnlyList<FactKey> Largest(IEnumerable<DealCourse> deals) =>
        [.. deals.OrderByDescending(static course => course.Deal.Amount).Take(MostEvidence).Select(static course => course.Deal.Key)];
}
