using Sophia.Core.Analytics.Discovery.Statistics;

namespace Sophia.Core.Analytics.Discovery.Differences;

/// <summary>Looks for groups that differ from their peers.</summary>
public static class DifferenceSearch
{
    private const int LeastGroups = 3;
    private const double LeastExpected = 5;

    /// <summary>The groups that stand out, the surest first.</summary>
    /// <param name="groups">The groups; those of which fewer than five successes were expected say too little.</param>
    /// <param name="leastEffect">The smallest difference of the ratio from 1 that matters, for example 0.25.</param>
    /// <param name="falseShare">The share of false ones to accept among those reported.</param>
    public static IReadOnlyList<GroupDifference> Find(IReadOnlyList<GroupResult> groups, double leastEffect, double falseShare = 0.05)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var telling = groups.Where(static group => group.Expected >= LeastExpected && group.Variance > 0).ToArray();
        if (telling.Length < LeastGroups)
        {
            return [];
        }

        var spread = Spread(telling);
        var middle = Median([.. telling.Select(static group => group.Successes / group.Expected)]);
        var found = telling.Select(group =>
        {
            var ratio = group.Successes / group.Expected;
            var deviation = Math.Sqrt((group.Variance / (group.Expected * group.Expected)) + (spread * spread));
            var distance = (ratio - middle) / deviation;
            return new GroupDifference(group, ratio, distance, Tail.Normal(distance), 1, spread);
        }).ToArray();
        var adjusted = FalseDiscoveries.Adjust([.. found.Select(static one => one.Probability)]);
        return
        [
            .. found.Select((one, index) => one with { FalseShare = adjusted[index] })
                .Where(one => one.FalseShare <= falseShare && Math.Abs(one.Ratio - 1) >= leastEffect)
                .OrderBy(static one => one.Probability),
        ];
    }

    // The middle of the groups says how far they differ anyway; the outliers looked for must not widen it.
    private static double Spread(GroupResult[] groups)
    {
        double[] ratios = [.. groups.Select(static group => group.Successes / group.Expected)];
        var middle = Median(ratios);
        var robust = 1.4826 * Median([.. ratios.Select(ratio => Math.Abs(ratio - middle))]);
        var chance = Median([.. groups.Select(static group => group.Variance / (group.Expected * group.Expected))]);
        return Math.Sqrt(Math.Max(0, (robust * robust) - chance));
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
