using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>How long deals take from their creation to their end, won or lost, by market segment. Deals still open are counted for as long as they were seen.</summary>
public static class SalesCycle
{
    // Below this, a quantile would be one deal's chance.
    private const int LeastEnded = 30;

    private static readonly double[] s_shares = [0.1, 0.25, 0.5, 0.75, 0.9];

    /// <summary>All deals together first, then the segments by name; a segment in which fewer than 30 deals have ended is left out.</summary>
    public static IReadOnlyList<SegmentCycle> Learn(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return
        [
            .. history.Courses
                .Where(static course => course.Account?.Segment is not null)
                .GroupBy(static course => course.Account!.Segment!, StringComparer.Ordinal)
                .OrderBy(static segment => segment.Key, StringComparer.Ordinal)
                .Select(static segment => (Name: (string?)segment.Key, Courses: segment.ToArray()))
                .Prepend((null, [.. history.Courses]))
                .Select(segment => Measure(segment.Name, segment.Courses, history.AsOf))
                .Where(static segment => segment.Ended >= LeastEnded),
        ];
    }

    private static SegmentCycle Measure(string? segment, DealCourse[] courses, DateTimeOffset asOf)
    {
        var curve = SurvivalCurve.Of(courses.Select(course => new Lifetime(course.AgeDays(asOf), course.EndedAt is not null)));
        return new(
            segment, courses.Length, courses.Count(static course => course.EndedAt is not null),
            [.. s_shares.Select(share => new CycleQuantile(share, curve.DaysUntil(share)))]);
    }
}
