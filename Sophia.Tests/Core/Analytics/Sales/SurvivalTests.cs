using Sophia.Core.Analytics.Sales.Survival;
using static Sophia.Tests.Core.Analytics.Sales.MadeUpSales;

namespace Sophia.Tests.Core.Analytics.Sales;

public sealed class SurvivalTests
{
    [Fact]
    public void The_curve_of_the_remission_trial_is_the_published_one()
    {
        // Freireich et al. (1963), the 21 patients on 6-MP: weeks in remission, those still in remission censored.
        double[] ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        double[] censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];

        var curve = SurvivalCurve.Of([.. ended.Select(static weeks => new Lifetime(weeks, true)), .. censored.Select(static weeks => new Lifetime(weeks, false))]);

        Assert.Equal(
            [0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448],
            curve.Steps.Select(static step => Math.Round(step.Survival, 3)));
        Assert.Equal(23, curve.DaysUntil(0.5));
        Assert.Null(curve.DaysUntil(0.9));
        Assert.Equal(0.620, curve.Steps[0].Lower, 0.001);
        Assert.Equal(0.952, curve.Steps[0].Upper, 0.001);
    }

    [Fact]
    public void Nothing_known_is_answered_with_nothing()
    {
        var empty = SurvivalCurve.Of([]);
        var neverEnded = SurvivalCurve.Of([new(10, false)]);

        Assert.Null(empty.At(0));
        Assert.Null(empty.DaysUntil(0.5));
        Assert.Equal(1, neverEnded.At(10));
        Assert.Null(neverEnded.At(11));
        Assert.Throws<ArgumentException>(static () => SurvivalCurve.Of([new(double.NaN, true)]));
        Assert.Throws<ArgumentException>(static () => SurvivalCurve.Of([new(-1, true)]));
    }

    [Fact]
    public void A_stage_counts_who_went_on_back_out_and_who_waits()
    {
        var history = History(
            Midnight(2026, 2, 1),
            Deal(1, ("first", 0), ("second", 4), ("won", 9)),
            Deal(2, ("first", 0), ("lost", 6)),
            Deal(3, ("first", 0), ("second", 2), ("first", 5), ("lost", 8)),
            Deal(4, ("first", 20)));

        var flows = StageModel.Learn(history).Flows;

        Assert.Equal(["first", "second"], flows.Select(static flow => flow.Stage.Label), StringComparer.Ordinal);
        Assert.Equal((5, 2, 0, 2, 1), (flows[0].Entered, flows[0].WentOn, flows[0].WentBack, flows[0].Lost, flows[0].Waiting));
        Assert.Equal((2, 1, 1, 0, 0), (flows[1].Entered, flows[1].WentOn, flows[1].WentBack, flows[1].Lost, flows[1].Waiting));
        Assert.Equal(0.5, flows[0].Conversion!.Share);
        Assert.Equal(3, flows[1].TimeInStage.DaysUntil(0.5));
    }

    [Fact]
    public void Half_of_the_open_deals_end_before_the_expected_date_and_promises_slip_as_often_as_said()
    {
        var then = Midnight(2025, 9, 1);
        var history = CompanyHistory.At(then);
        var closing = ClosingModel.Learn(history);
        var ends = CompanyHistory.Courses.ToDictionary(static course => course.Deal.Key, static course => course.EndedAt ?? DateTimeOffset.MaxValue);

        var estimates = history.Open
            .Select(course => (Estimate: closing.Estimate(course, then), Ended: ends[course.Deal.Key]))
            .Where(static pair => pair.Estimate is { EarliestAt: not null, ExpectedAt: not null, LatestAt: not null })
            .ToArray();

        Assert.True(estimates.Length > 300);
        Assert.InRange(estimates.Average(static pair => pair.Ended <= pair.Estimate.ExpectedAt ? 1.0 : 0.0), 0.38, 0.62);
        Assert.InRange(estimates.Average(static pair => pair.Ended >= pair.Estimate.EarliestAt && pair.Ended <= pair.Estimate.LatestAt ? 1.0 : 0.0), 0.70, 0.90);
    }

    [Fact]
    public void A_promise_for_the_past_has_slipped()
    {
        var open = Deal(1, ("first", 0)) with { ClosedAt = Midnight(2026, 1, 10) };
        var history = History(Midnight(2026, 1, 20), open, Deal(2, ("first", 0), ("won", 40)));

        Assert.Equal(1, ClosingModel.Learn(history).Estimate(history.Courses[0], history.AsOf).SlipRisk);
    }
}
