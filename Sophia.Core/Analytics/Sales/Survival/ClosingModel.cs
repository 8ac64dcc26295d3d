using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>When deals end, from the cycles of earlier ones of the same market segment.</summary>
public sealed class ClosingModel
{
    // A segment with fewer ended deals says less about its own pace than all deals together do.
    private const int LeastEnded = 50;
    private readonly Dictionary<string, SurvivalCurve> _bySegment;
    private readonly SurvivalCurve _all;

    private ClosingModel(Dictionary<string, SurvivalCurve> bySegment, SurvivalCurve all) => (_bySegment, _all) = (bySegment, all);

    /// <summary>Learns from every deal, closed or not.</summary>
    public static ClosingModel Learn(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var bySegment = history.Courses
            .Where(static course => course.Account?.Segment is not null)
            .GroupBy(static course => course.Account!.Segment!, StringComparer.Ordinal)
            .Where(static segment => segment.Count(static course => course.EndedAt is not null) >= LeastEnded)
            .ToDictionary(static segment => segment.Key, segment => Curve(segment, history.AsOf), StringComparer.Ordinal);
        return new(bySegment, Curve(history.Courses, history.AsOf));
    }

    /// <summary>The curve that speaks for a deal.</summary>
    public SurvivalCurve CurveFor(DealCourse deal)
    {
        ArgumentNullException.ThrowIfNull(deal);
        return deal.Account?.Segment is { } segment && _bySegment.TryGetValue(segment, out var curve) ? curve : _all;
    }

    /// <summary>The chance, 0 to 1, that an open deal ends by a moment; null where no deal ever got that old.</summary>
    public double? EndsBy(DealCourse deal, DateTimeOffset asOf, DateTimeOffset moment) =>
        CurveFor(deal).EndsWithin((moment - asOf).TotalDays, deal.AgeDays(asOf));

    /// <summary>When an open deal is to be expected to end.</summary>
    public CloseEstimate Estimate(DealCourse deal, DateTimeOffset asOf)
    {
        var curve = CurveFor(deal);
        var age = deal.AgeDays(asOf);
        // What was promised for the past has slipped already.
        var slip = deal.Deal.ClosedAt is not { } promised ? null
            : promised <= asOf ? 1
            : 1 - EndsBy(deal, asOf, promised);
        return new(Moment(0.5), Moment(0.1), Moment(0.9), slip, curve.Observed);

        DateTimeOffset? Moment(double share) =>
            curve.DaysUntil(share, age) is { } days ? asOf.AddDays(days - age) : null;
    }

    private static SurvivalCurve Curve(IEnumerable<DealCourse> courses, DateTimeOffset asOf) =>
        SurvivalCurve.Of(courses.Select(course => new Lifetime(course.AgeDays(asOf), course.EndedAt is not null)));
}
