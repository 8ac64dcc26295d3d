using Sophia.Core.Analytics.Forecasting;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class ForecastInvarianceTests
{
    public static TheoryData<int, int, int> Series => new()
    {
        { 24, 1, 1 },
        { 60, 12, 2 },
        { 90, 7, 3 },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Shifting_a_series_shifts_the_forecast(int count, int season, int seed)
    {
        var series = MadeUpSeries.Of(count, Math.Max(2, season), seed);
        var plain = Of(series, season);

        foreach (var shift in new[] { 1000.0, -5000.0, 0.125 })
        {
            var shifted = Of([.. series.Select(value => value + shift)], season);
            AssertClose(plain.Mean, shifted.Mean, value => value + shift, Spread(series));
            AssertClose(plain.Lower, shifted.Lower, value => value + shift, Spread(series));
            AssertClose(plain.Upper, shifted.Upper, value => value + shift, Spread(series));
        }
    }

    [Theory]
    [MemberData(nameof(Series))]
    public void Scaling_a_series_scales_the_forecast(int count, int season, int seed)
    {
        var series = MadeUpSeries.Of(count, Math.Max(2, season), seed);
        var plain = Of(series, season);

        foreach (var factor in new[] { 0.001, 100, 1e9 })
        {
            var scaled = Of([.. series.Select(value => value * factor)], season);
            AssertClose(plain.Mean, scaled.Mean, value => value * factor, factor * Spread(series));
            AssertClose(plain.Upper, scaled.Upper, value => value * factor, factor * Spread(series));
            Assert.Equal(plain.BackTest!.MeanAbsoluteError * factor, scaled.BackTest!.MeanAbsoluteError, 0.02 * factor * Spread(series));
        }
    }

    [Fact]
    public void The_same_series_gives_the_same_forecast()
    {
        var series = MadeUpSeries.Of(72, 12, seed: 9);

        Assert.Equal(Of(series, 12).Mean, Of(series, 12).Mean);
    }

    private static Forecast Of(double[] series, int season) => Assert.IsType<Forecast>(Forecaster.Forecast(
        new ForecastRequest { Values = series, Horizon = 6, Seasons = season > 1 ? [season] : [] }));

    private static double Spread(double[] series) => series.Max() - series.Min();

    // Rounding can end a search for parameters a step earlier or later: a hundredth of the range is allowed for that.
    private static void AssertClose(IReadOnlyList<double> plain, IReadOnlyList<double> changed, Func<double, double> change, double spread)
    {
        for (var step = 0; step < plain.Count; step++)
        {
            Assert.Equal(change(plain[step]), changed[step], 0.01 * spread);
        }
    }
}
