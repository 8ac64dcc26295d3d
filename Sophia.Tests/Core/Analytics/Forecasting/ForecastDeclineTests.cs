using FsCheck;
using FsCheck.Fluent;
using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class ForecastDeclineTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void Too_little_history_is_declined_with_the_number_it_needs(int count)
    {
        var declined = Assert.IsType<DeclinedForecast>(Of([.. Enumerable.Range(0, count).Select(step => (double)step)]));

        Assert.Contains($"{count} observations", declined.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_of_nothing_but_gaps_is_declined() =>
        Assert.IsType<DeclinedForecast>(Of([.. Enumerable.Repeat(double.NaN, 100)]));

    [Fact]
    public void An_infinite_value_is_declined() =>
        Assert.IsType<DeclinedForecast>(Of([.. Enumerable.Range(0, 30).Select(step => step == 7 ? double.PositiveInfinity : step)]));

    [Fact]
    public void A_horizon_far_beyond_the_history_is_declined()
    {
        Assert.IsType<DeclinedForecast>(Of(MadeUpSeries.Of(10, 4, seed: 1), horizon: 100));
        Assert.IsType<DeclinedForecast>(Of([.. MadeUpSeries.Of(10, 4, seed: 1), double.NaN], horizon: int.MaxValue));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-42.5)]
    [InlineData(1e300)]
    public void A_series_that_never_changed_stays_as_it_is(double value)
    {
        var forecast = Assert.IsType<Forecast>(Of([.. Enumerable.Repeat(value, 40)]));

        Assert.All(forecast.Mean.Concat(forecast.Lower).Concat(forecast.Upper), expected => Assert.Equal(value, expected));
        Assert.Null(forecast.BackTest);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(-1e6)]
    [InlineData(1e-12)]
    public void Huge_tiny_and_negative_series_are_forecast_like_any_other(double unit)
    {
        var forecast = Assert.IsType<Forecast>(Of([.. MadeUpSeries.Of(60, 12, seed: 4).Select(value => value * unit)]));

        Assert.All(forecast.Mean, value => Assert.InRange(value / unit, 120, 320));
    }

    [Fact]
    public void Whatever_the_values_the_answer_is_finite_and_ordered_or_declined()
    {
        var value = Gen.Frequency(
            (6, ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => number.Get)),
            (3, Gen.Choose(-3, 3).Select(number => (double)number)),
            (1, Gen.Constant(double.NaN)));
        var series = value.ArrayOf().Resize(60);

        Prop.ForAll(series.ToArbitrary(), values => Of(values) switch
        {
            Forecast forecast => Enumerable.Range(0, forecast.Mean.Count).All(step =>
                double.IsFinite(forecast.Mean[step]) && double.IsFinite(forecast.Lower[step]) && double.IsFinite(forecast.Upper[step]) &&
                forecast.Lower[step] <= forecast.Mean[step] && forecast.Mean[step] <= forecast.Upper[step]),
            DeclinedForecast declined => declined.Reason.Length > 0,
            _ => false,
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    private static ForecastOutcome Of(double[] values, int horizon = 6) =>
        Forecaster.Forecast(new ForecastRequest { Values = values, Horizon = horizon });
}
