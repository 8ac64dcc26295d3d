using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.QuarterEnd;
using static Sophia.Tests.Core.Analytics.Sales.MadeUpSales;

namespace Sophia.Tests.Core.Analytics.Sales;

public sealed class QuarterEndTests
{
    [Fact]
    public void The_simulation_agrees_with_the_arithmetic_and_repeats_itself()
    {
        OpenDeal[] open = [.. Enumerable.Range(1, 200).Select(static number => new OpenDeal(number * 100, 0.3, 0.5))];

        var forecast = PeriodSimulation.Play(50_000, open, [], 20_000, seed: 4);
        var again = PeriodSimulation.Play(50_000, open, [], 20_000, seed: 4);

        Assert.Equal(50_000 + (0.15m * 2_010_000), forecast.Weighted);
        Assert.Equal((double)forecast.Weighted, forecast.Mean, (double)forecast.Weighted * 0.005);
        Assert.Equal(forecast.Quantiles, again.Quantiles);
        Assert.Equal(forecast.Quantiles.Select(static quantile => quantile.Value).Order(), forecast.Quantiles.Select(static quantile => quantile.Value));

        // Independent deals: the variance is the sum of amount² p (1 − p), the 95 % quantile 1.645 deviations up.
        var deviation = Math.Sqrt(open.Sum(static deal => (double)(deal.Amount * deal.Amount) * 0.15 * 0.85));
        Assert.Equal((double)forecast.Weighted + (1.645 * deviation), forecast.Quantile(0.95), deviation * 0.1);
    }

    [Fact]
    public void An_empty_pipeline_brings_what_was_won_and_nonsense_is_refused()
    {
        var forecast = PeriodSimulation.Play(700, [], [], 10, seed: 1);

        Assert.Equal((700m, 700.0, 700.0), (forecast.Weighted, forecast.Mean, forecast.Quantile(0.05)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PeriodSimulation.Play(0, [new(1, double.NaN, 1)], [], 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PeriodSimulation.Play(0, [], [], 0, 1));
    }

    [Theory]
    [InlineData(2026, 5, 20)]
    [InlineData(2026, 8, 15)]
    public void The_quarter_ends_within_the_forecast_range(int year, int month, int day)
    {
        var then = Midnight(year, month, day);
        var (from, before) = QuarterForecaster.QuarterOf(then);
        var actual = CompanyHistory.Courses
            .Where(course => course.Outcome is DealOutcome.Won && course.EndedAt >= from && course.EndedAt < before)
            .Sum(static course => course.Deal.Amount!.Value);

        var forecast = QuarterForecaster.Forecast(CompanyHistory.At(then), seed: 1)!;

        TestContext.Current.TestOutputHelper?.WriteLine($"{actual:N0} in {string.Join(", ", forecast.Quantiles)}; mean {forecast.Mean:N0}");
        Assert.InRange((double)actual, forecast.Quantile(0.05), forecast.Quantile(0.95));
    }

    [Fact]
    public void Without_enough_history_there_is_no_forecast() =>
        Assert.Null(QuarterForecaster.Forecast(CompanyHistory.At(Midnight(2024, 3, 1)), seed: 1));

    [Fact]
    public void Coverage_is_held_against_what_history_needs()
    {
        var short_ = PipelineCoverage.Of(target: 1_000, won: 400, pipeline: 1_200, valueWon: 25, valueClosed: 100);

        Assert.Equal((600m, 2m, 4m, false), (short_.Remaining, short_.Ratio, short_.Needed, short_.IsEnough));
        Assert.True(PipelineCoverage.Of(1_000, 1_000, 0, 25, 100).IsEnough);
        Assert.Null(PipelineCoverage.Of(1_000, 0, 5_000, 0, 0).IsEnough);
    }
}
