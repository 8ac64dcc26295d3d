using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Smoothing;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class GrowthTests
{
    [Fact]
    public void A_series_that_grows_by_a_rate_is_continued_by_that_rate()
    {
        var series = Growing(72, rate: 0.03, noise: 0.01, seed: 51);

        var chosen = new ExponentialSmoothing().Choose(series, [])!;
        var path = chosen.Forecast(series, 12);

        Assert.StartsWith("ETS(M,M", chosen.Form, StringComparison.Ordinal);
        Assert.Equal(series[^1] * Math.Pow(1.03, 12), path.Mean[11], 0.1 * path.Mean[11]);
    }

    [Fact]
    public void Growth_with_a_proportional_season_is_taken_for_both()
    {
        double[] series =
        [
            .. Growing(96, rate: 0.02, noise: 0.01, seed: 52).Select((value, step) => value * (1 + (0.3 * Math.Sin(2 * Math.PI * step / 12)))),
        ];

        var chosen = new ExponentialSmoothing().Choose(series, [12])!;

        Assert.Matches(@"^ETS\(M,Md?,M\)$", chosen.Form);
        Assert.Equal(series[^12] * Math.Pow(1.02, 12), chosen.Forecast(series, 1).Mean[0], 0.1 * series[^12] * Math.Pow(1.02, 12));
    }

    [Fact]
    public void A_growth_that_dies_out_is_not_continued_for_ever()
    {
        var random = new Random(53);
        var (level, rate) = (1.0, 0.08);
        var series = new double[60];
        for (var step = 0; step < series.Length; step++)
        {
            (level, rate) = (level * (1 + rate), rate * 0.93);
            series[step] = level * (1 + (0.005 * MadeUpSeries.Gauss(random)));
        }

        var fit = SmoothingFit.Estimate(new SmoothingForm(ErrorForm.Multiplicative, TrendForm.MultiplicativeDamped, SeasonForm.None, 1), series, null, 480);
        var path = fit.Forecast(24);

        Assert.Equal(level, path.Mean[23], 0.1 * level);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.4)]
    public void A_series_at_zero_or_below_never_grows_by_a_rate(double lowest)
    {
        var series = Growing(72, rate: 0.03, noise: 0.01, seed: 54);
        series[0] = lowest;

        var chosen = new ExponentialSmoothing().Choose(series, [])!;

        Assert.DoesNotContain(",M", chosen.Form, StringComparison.Ordinal);
        Assert.StartsWith("ETS(A,", chosen.Form, StringComparison.Ordinal);
    }

    [Fact]
    public void A_straight_line_is_continued_as_one()
    {
        var random = new Random(55);
        double[] series = [.. Enumerable.Range(0, 72).Select(step => 1 + (0.05 * step) + (0.02 * MadeUpSeries.Gauss(random)))];

        var chosen = new ExponentialSmoothing().Choose(series, [])!;

        Assert.DoesNotContain(",M", chosen.Form, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_sure_of_a_growing_level_grows_with_it()
    {
        var form = new SmoothingForm(ErrorForm.Multiplicative, TrendForm.Multiplicative, SeasonForm.None, 1);
        var series = Growing(72, rate: 0.03, noise: 0.01, seed: 51);

        var path = SmoothingFit.Estimate(form, series, null, 360).Forecast(24);

        // Relative to what is expected the deviation only widens.
        Assert.All(Enumerable.Range(1, 23), step =>
            Assert.True(path.Deviation[step] / path.Mean[step] > 0.999 * path.Deviation[step - 1] / path.Mean[step - 1]));
    }

    [Fact]
    public void The_forecast_of_a_growing_series_follows_a_change_of_unit()
    {
        var series = Growing(60, rate: 0.03, noise: 0.01, seed: 56);

        var plain = Of(series);

        Assert.Equal(series[^1] * Math.Pow(1.03, 6), plain.Mean[5], 0.1 * series[^1]);
        foreach (var (factor, shift) in new[] { (1000.0, 0.0), (1.0, -50.0), (0.01, 7.0) })
        {
            var changed = Of([.. series.Select(value => (value * factor) + shift)]);
            Assert.All(Enumerable.Range(0, 6), step =>
                Assert.Equal((plain.Mean[step] * factor) + shift, changed.Mean[step], 0.01 * factor * (series.Max() - series.Min())));
        }
    }

    private static Forecast Of(double[] series) =>
        Assert.IsType<Forecast>(Forecaster.Forecast(new ForecastRequest { Values = series, Horizon = 6 }));

    private static double[] Growing(int count, double rate, double noise, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(step => Math.Pow(1 + rate, step) * (1 + (noise * MadeUpSeries.Gauss(random))))];
    }
}
