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
    public void Every_hour_has_units_for_its_bound_and_none_to_spare()
    {
        var plan = Plan(s_load[..(24 * 21)], 24);

        Assert.All(Enumerable.Range(0, 24), hour =>
        {
            Assert.True(plan.Units[hour] * 50 >= plan.Bound[hour]);
            Assert.True(plan.Units[hour] == 1 || (plan.Units[hour] - 1) * 50 < plan.Bound[hour]);
        });
        Assert.Equal(plan.Bound.Max(), plan.Bound[plan.PeakStep]);
        Assert.Equal(plan.Units[^1], plan.Changes[^1].Units);
    }

    [Fact]
    public void Units_that_take_two_hours_to_start_are_started_two_hours_ahead()
    {
        var history = s_load[..(24 * 21)];
        var (prompt, slow) = (Plan(history, 24), Plan(history, 24, leadSteps: 2));

        Assert.All(Enumerable.Range(0, 22), hour => Assert.True(slow.Units[hour] >= prompt.Units[hour + 2]));
    }

    [Fact]
    public void A_handful_of_hours_carries_no_plan() => Assert.IsType<DeclinedPlan>(CapacityPlanner.Plan(
        new CapacityRequest { Load = new double[] { 5, 6, 7 }, Horizon = 24, UnitCapacity = 10 }));

    [Fact]
    public void A_unit_that_carries_nothing_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => CapacityPlanner.Plan(
        new CapacityRequest { Load = s_load, Horizon = 24, UnitCapacity = 0 }));

    private static CapacityPlan Plan(double[] load, int horizon, int leadSteps = 0) => Assert.IsType<CapacityPlan>(CapacityPlanner.Plan(
        new CapacityRequest { Load = load, Horizon = horizon, UnitCapacity = 50, LeadSteps = leadSteps }));
}
