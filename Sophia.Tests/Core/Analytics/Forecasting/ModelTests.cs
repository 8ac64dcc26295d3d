using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Autoregression;
using Sophia.Core.Analytics.Forecasting.Decomposition;
using Sophia.Core.Analytics.Forecasting.Smoothing;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class ModelTests
{
    [Fact]
    public void The_simplex_finds_the_bottom_of_the_banana_valley()
    {
        double[] point = [-1.2, 1];

        var value = NelderMead.Minimise(
            at => (100 * Math.Pow(at[1] - (at[0] * at[0]), 2)) + Math.Pow(1 - at[0], 2), point, [0.5, 0.5], 2000, 1e-14);

        Assert.Equal(0, value, 1e-8);
        Assert.Equal(1, point[0], 1e-3);
        Assert.Equal(1, point[1], 1e-3);
    }

    [Theory]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.5, 0)]
    [InlineData(0.0005, -3.290527)]
    public void Normal_quantiles_are_those_of_the_tables(double probability, double expected) =>
        Assert.Equal(expected, Quantiles.Normal(probability), 1e-5);

    [Fact]
    public void Student_quantiles_are_those_of_the_tables() => Assert.Equal(2.0595, Quantiles.Student(0.975, 25), 1e-3);

    [Fact]
    public void Loess_leaves_a_straight_line_as_it_is_also_beyond_its_ends()
    {
        double[] line = [.. Enumerable.Range(0, 30).Select(step => 3 + (2.0 * step))];
        var smoothed = new double[34];

        Loess.Smooth(line, 9, linear: true, -2, smoothed);

        Assert.All(Enumerable.Range(0, 34), index => Assert.Equal(3 + (2.0 * (index - 2)), smoothed[index], 1e-9));
    }

    [Fact]
    public void Two_seasons_are_told_apart()
    {
        double[] series =
        [
            .. Enumerable.Range(0, 24 * 35).Select(hour =>
                100 + (10 * Math.Sin(2 * Math.PI * hour / 24)) + (5 * Math.Cos(2 * Math.PI * hour / 168))),
        ];

        var parts = MultipleSeasons.Split(series, [24, 168]);

        Assert.All(parts.Adjusted, value => Assert.Equal(100, value, 0.5));
        Assert.Equal((10 * Math.Sin(2 * Math.PI * 6 / 24)) + (5 * Math.Cos(2 * Math.PI * 6 / 168)), parts.EffectAhead(6), 0.5);
    }

    [Fact]
    public void Estimation_recovers_the_coefficients_of_an_arma_process()
    {
        var random = new Random(41);
        var values = new double[500];
        double shock = 0;
        for (var step = 1; step < values.Length; step++)
        {
            var before = shock;
            shock = MadeUpSeries.Gauss(random);
            values[step] = (0.7 * values[step - 1]) + shock + (0.4 * before);
        }

        var fit = ArimaFit.Estimate(new ArimaOrder(1, 0, 1, 0, 0, 0, 1, HasMean: false), values, null);

        Assert.Equal(0.7, fit.Coefficients.Past.Weights[0], 0.1);
        Assert.Equal(0.4, fit.Coefficients.Shocks.Weights[0], 0.1);
        Assert.Equal(1, fit.SumOfSquares / values.Length, 0.15);
    }

    [Fact]
    public void Differencing_is_undone_by_the_forecast()
    {
        double[] line = [.. Enumerable.Range(0, 40).Select(step => 5 + (3.0 * step))];
        var order = new ArimaOrder(0, 1, 0, 0, 0, 0, 1, HasMean: true);

        var path = ArimaFit.Estimate(order, Differences.Take(line, order), null).Forecast(line, 4);

        Assert.All(Enumerable.Range(0, 4), step => Assert.Equal(5 + (3.0 * (40 + step)), path.Mean[step], 1e-6));
    }

    [Fact]
    public void A_proportional_season_on_a_trend_is_taken_for_one()
    {
        var random = new Random(42);
        double[] series =
        [
            .. Enumerable.Range(0, 120).Select(step =>
                (1 + (0.05 * step)) * (1 + (0.4 * Math.Sin(2 * Math.PI * step / 12))) * (1 + (0.01 * MadeUpSeries.Gauss(random)))),
        ];

        var chosen = new ExponentialSmoothing().Choose(series, [12]);

        Assert.EndsWith(",M)", chosen!.Form, StringComparison.Ordinal);
        Assert.Contains(",A", chosen.Form, StringComparison.Ordinal);
    }

    [Fact]
    public void A_random_walk_widens_with_the_root_of_the_horizon()
    {
        var form = new SmoothingForm(ErrorForm.Additive, TrendForm.None, SeasonForm.None, 1);
        var random = new Random(43);
        var level = 10.0;
        double[] walk = [.. Enumerable.Range(0, 400).Select(_ => level += 0.1 * MadeUpSeries.Gauss(random))];

        var path = SmoothingFit.Estimate(form, walk, null, 300).Forecast(100);

        Assert.Equal(10, path.Deviation[99] / path.Deviation[0], 1.5);
        Assert.Equal(0.1, path.Deviation[0], 0.01);
    }
}
