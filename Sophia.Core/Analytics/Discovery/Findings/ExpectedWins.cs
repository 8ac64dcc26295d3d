using Sophia.Core.Analytics.Discovery.Differences;
using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Discovery.Findings;

/// <summary>The share of deals like one that is won: same region, product line and segment, unless one of these is being judged.</summary>
internal sealed class ExpectedWins
{
    // A rare kind of deal leans on the average by this many deals.
    private const double Prior = 20;

    private readonly Dictionary<string, double> _rates;
    private readonly (string Name, Func<DealCourse, string> Of)[] _by;

    public ExpectedWins(IReadOnlyList<DealCourse> closed, string? judged = null)
    {
        _by = [.. SalesDimensions.Parts.Where(part => part.Name != judged)];
        var average = closed.Count == 0 ? 0 : closed.Average(Won);
        _rates = closed.GroupBy(Kind, StringComparer.Ordinal).ToDictionary(
            static kind => kind.Key,
            kind => (kind.Sum(Won) + (Prior * average)) / (kind.Count() + Prior),
            StringComparer.Ordinal);
    }

    /// <summary>A group of closed deals against what was to be expected of it.</summary>
    public GroupResult Judge(string name, IReadOnlyCollection<DealCourse> group)
    {
        var (expected, variance) = (0.0, 0.0);
        foreach (var course in group)
        {
            var rate = _rates[Kind(course)];
            expected += rate;
            variance += rate * (1 - rate);
        }

        return new(name, group.Count, (int)group.Sum(Won), expected, variance);
    }

    private static double Won(DealCourse course) => course.Outcome is DealOutcome.Won ? 1 : 0;

    private string Kind(DealCourse course) => string.Join('\u001f', _by.Select(part => part.Of(course)));
}
