using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>How deals flow through the stages and how long they take, all from history.</summary>
/// <param name="Flows">The open stages that deals entered, in the order of their pipelines.</param>
/// <param name="Cycle">Days from a deal's creation to its end, won or lost.</param>
public sealed record StageModel(IReadOnlyList<StageFlow> Flows, SurvivalCurve Cycle)
{
    /// <summary>Learns from every deal, closed or not.</summary>
    public static StageModel Learn(SalesHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var visits = history.Courses.SelectMany(static course => course.Visits.Select((visit, index) =>
            (visit, next: index + 1 < course.Visits.Count ? course.Visits[index + 1].Stage : null)));
        var flows = visits
            .Where(static entry => !entry.visit.Stage.IsClosed)
            .GroupBy(static entry => entry.visit.Stage.Key)
            .Select(stage =>
            {
                var all = stage.ToArray();
                var own = all[0].visit.Stage;
                var lost = all.Count(static entry => entry.next is { IsClosed: true, IsWon: false });
                var on = all.Count(entry => entry.next is { IsWon: true } || (entry.next is { IsClosed: false } next && next.Order > own.Order));
                var waiting = all.Count(static entry => entry.next is null);
                var back = all.Length - lost - on - waiting;
                return new StageFlow(
                    own, all.Length, on, back, lost, waiting, RateEstimate.Of(on, on + back + lost),
                    SurvivalCurve.Of(all.Select(entry => Stay(entry.visit, history.AsOf))));
            })
            .OrderBy(static flow => flow.Stage.PipelineId, StringComparer.Ordinal)
            .ThenBy(static flow => flow.Stage.Order);
        return new([.. flows], SurvivalCurve.Of(history.Courses.Select(course =>
            new Lifetime(course.AgeDays(history.AsOf), course.EndedAt is not null))));
    }

    private static Lifetime Stay(StageVisit visit, DateTimeOffset asOf) =>
        new(Math.Max(0, ((visit.LeftAt ?? asOf) - visit.EnteredAt).TotalDays), visit.LeftAt is not null);
}
