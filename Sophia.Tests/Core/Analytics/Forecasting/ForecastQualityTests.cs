using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Calendar;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class ForecastQualityTests
{
    [Fact]
    public void A_trend_with_a_yearly_season_is_continued()
    {
        var series = MadeUpSeries.Of(84, 12, seed: 5);

        var forecast = Of(series[..72], 12, [12]);

        for (var step = 0; step < 12; step++)
        {
            var law = 200 + (0.5 * (72 + step)) + (40 * Math.Sin(2 * Math.PI * step / 12));
            Assert.Equal(law, forecast.Mean[step], 16.0);
        }
    }

    [Fact]
    public void The_season_is_found_where_nobody_states_it()
    {
        Assert.Equal([7], Of(MadeUpSeries.Of(140, 7, seed: 6), 7, []).Seasons);
        Assert.Equal([52], Of(MadeUpSeries.Of(260, 52, seed: 6), 7, []).Seasons);
        Assert.Empty(Of(MadeUpSeries.Of(140, 7, seed: 6, amplitude: 0), 7, []).Seasons);
    }

    [Fact]
    public void A_forecast_says_which_models_why_and_how_good_they_have_been()
    {
        var forecast = Of(MadeUpSeries.Of(72, 12, seed: 7), 12, [12]);

        Assert.Equal(1, forecast.Models.Sum(share => share.Weight), 9);
        Assert.All(forecast.Models, share => Assert.True(share.BackTestError > 0));
        Assert.Contains($"{forecast.Models.Count} came", forecast.Reason, StringComparison.Ordinal);
        Assert.True(forecast.BackTest!.MeanAbsoluteError < forecast.BackTest.NaiveError);
        Assert.Equal(1, forecast.BackTest.Coverage + forecast.BackTest.ShareAbove + forecast.BackTest.ShareBelow, 9);
    }

    [Fact]
    public void Ninety_five_percent_intervals_hold_about_that_many_outcomes()
    {
        var inside = 0;
        const int Count = 25;
        for (var seed = 0; seed < Count; seed++)
        {
            var series = MadeUpSeries.Of(72, 12, seed: 100 + seed);
            var forecast = Of(series[..60], 12, [12]);
            inside += Enumerable.Range(0, 12).Count(step => series[60 + step] >= forecast.Lower[step] && series[60 + step] <= forecast.Upper[step]);
        }

        Assert.InRange(inside / (12.0 * Count), 0.90, 0.995);
    }

    [Fact]
    public void A_higher_level_widens_the_interval()
    {
        var series = MadeUpSeries.Of(48, 12, seed: 8);
        var narrow = Of(series, 6, [12], level: 0.8);
        var wide = Of(series, 6, [12], level: 0.99);

        Assert.All(Enumerable.Range(0, 6), step =>
            Assert.True(wide.Upper[step] - wide.Lower[step] > 1.5 * (narrow.Upper[step] - narrow.Lower[step])));
    }

    [Fact]
    public void Gaps_hardly_move_the_forecast()
    {
        var series = MadeUpSeries.Of(98, 7, seed: 10);
        double[] holed = [.. series.Select((value, step) => step % 9 == 4 || step is > 40 and < 45 ? double.NaN : value)];

        var (whole, gapped) = (Of(series, 7, [7]), Of(holed, 7, [7]));

        Assert.All(Enumerable.Range(0, 7), step => Assert.Equal(whole.Mean[step], gapped.Mean[step], 12.0));
    }

    [Fact]
    public void Values_missing_at_the_end_do_not_move_the_season()
    {
        var series = MadeUpSeries.Of(98, 7, seed: 12, slope: 0);

        var late = Of([.. series, .. Enumerable.Repeat(double.NaN, 10)], 7, [7]);

        Assert.All(Enumerable.Range(0, 7), step =>
            Assert.Equal(200 + (40 * Math.Sin(2 * Math.PI * (108 + step) / 7)), late.Mean[step], 12.0));
    }

    [Fact]
    public void What_cannot_be_below_zero_is_not_forecast_below_zero()
    {
        double[] falling = [.. Enumerable.Range(0, 30).Select(step => Math.Max(0, 30 - step + (step % 3)))];

        var forecast = Assert.IsType<Forecast>(Forecaster.Forecast(new ForecastRequest { Values = falling, Horizon = 12, Floor = 0 }));

        Assert.All(forecast.Mean.Concat(forecast.Lower), value => Assert.True(value >= 0));
    }

    [Fact]
    public void A_holiday_that_closed_the_shops_before_closes_them_again()
    {
        var first = new DateOnly(2023, 1, 1);
        var holidays = PublicHolidays.Between(first, first.AddDays(1100));
        var series = MadeUpSeries.Of(1100, 7, seed: 11, slope: 0);
        for (var day = 0; day < series.Length; day++)
        {
            series[day] -= holidays.GetValueOrDefault(first.AddDays(day)) == "Christmas" ? 150 : 0;
        }

        var christmas = new DateOnly(2025, 12, 25).DayNumber - first.DayNumber;
        var history = series[..(christmas - 5)];
        ForecastRequest request = new() { Values = history, Horizon = 10, Seasons = [7] };
        var blind = Assert.IsType<Forecast>(Forecaster.Forecast(request));
        var aware = Assert.IsType<Forecast>(Forecaster.Forecast(request with { Calendar = new CalendarDays(first, holidays) }));

        Assert.Equal(-150, aware.Mean[5] - blind.Mean[5], 30.0);
        Assert.Equal(blind.Mean[3], aware.Mean[3], 15.0);
    }

    [Theory]
    [InlineData(1998, 4, 12)]
    [InlineData(2024, 3, 31)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_on_the_known_dates(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), PublicHolidays.Easter(year));

    private static Forecast Of(double[] series, int horizon, IReadOnlyList<int> seasons, double level = 0.95) =>
        Assert.IsType<Forecast>(Forecaster.Forecast(
            new ForecastRequest { Values = series, Horizon = horizon, Seasons = seasons, Level = level }));
}
