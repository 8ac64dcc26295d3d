using Sophia.Core.Analytics.Forecasting.Capacity;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class CapacityPlannerTests
{
    private static readonly double[] s_load = MadeUpSeries.HourlyLoad(days: 37, seed: 31);

    [Fact]
    public void Day_and_weekend_are_both_planned_for_and_the_bound_is_rarely_exceeded()
    {
        const int Known = 24 * 33;
        var plan = Plan(s_load[..Known], 96);

        Assert.Equal([24, 168], plan.Forecast.Seasons);
        Assert.True(Enumerable.Range(0, 96).Count(hour => s_load[Known + hour] > plan.Bound[hour]) <= 8);
        Assert.True(plan.Bound.Zip(plan.Expected, (bound, expected) => bound - expected).Average() < 80);
        Assert.True(plan.ExceededShare < 0.1);
    }

    [Fact]
    public void A_handful_of_hours_carries_no_plan() => Assert.IsType<DeclinedPlan>(CapacityPlanner.Plan(
        new CapacityRequest { Load = new double[] { 5, 6, 7 }, Horizon = 24 }));

    [Fact]
    public void A_bound_that_holds_less_often_than_not_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlanner.Plan(
        new CapacityRequest { Load = s_load, Horizon = 24, ServiceLevel = 0.5 }));

    private static CapacityPlan Plan(double[] load, int horizon) => Assert.IsType<CapacityPlan>(CapacityPlanner.Plan(
        new CapacityRequest { Load = load, Horizon = horizon }));
}
