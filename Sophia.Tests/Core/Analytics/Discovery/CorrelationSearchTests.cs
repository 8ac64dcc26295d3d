using Sophia.Core.Analytics.Discovery.Correlations;

namespace Sophia.Tests.Core.Analytics.Discovery;

public sealed class CorrelationSearchTests
{
    [Fact]
    public void A_metric_that_follows_another_after_three_months_is_found_with_its_lag()
    {
        var random = new Random(5);
        var leads = Noise(random, 60);
        double?[] deals = [.. leads.Select((_, month) => (month < 3 ? 0 : 4 * leads[month - 3]) + (2 * month) + Season(month) + Draw(random))];

        var found = Assert.Single(CorrelationSearch.Find([new("leads", leads), new("deals", deals)], period: 12, mostLag: 6));

        Assert.Equal(("leads", "deals", 3), (found.Leading, found.Following, found.Lag));
        Assert.True(found.Correlation > 0.7 && found.Lower > 0.3, found.ToString());
    }

    [Fact]
    public void Shared_trend_and_season_alone_are_no_correlation()
    {
        var reported = 0;
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            MetricSeries[] series = [.. Enumerable.Range(0, 6).Select(number => new MetricSeries(
                $"{number}", [.. Noise(random, 48).Select((value, month) => value + (5 * month) + (10 * Season(month)))]))];
            reported += CorrelationSearch.Find(series, period: 12, mostLag: 6).Count;
        }

        Assert.InRange(reported, 0, 10);
    }

    [Theory]
    [InlineData(1e150, 0)]
    [InlineData(1e-150, 0)]
    [InlineData(-3, 1000)]
    public void Units_do_not_matter(double scale, double shift)
    {
        var random = new Random(5);
        var leading = Noise(random, 60);
        double?[] following = [.. leading.Select((_, month) => month == 0 ? 0 : leading[month - 1] + (0.3 * Draw(random)))];
        double?[] scaled = [.. following.Select(value => (value * scale) + shift)];

        var plain = Assert.Single(CorrelationSearch.Find([new("a", leading), new("b", following)], 1, 3));
        var other = Assert.Single(CorrelationSearch.Find([new("a", leading), new("b", scaled)], 1, 3));

        Assert.Equal((plain.Lag, plain.Correlation * Math.Sign(scale)), (other.Lag, Math.Round(other.Correlation, 9)), (one, two) => one.Item1 == two.Item1 && Math.Abs(one.Item2 - two.Item2) < 1e-6);
    }

    [Fact]
    public void Empty_constant_short_and_missing_series_say_nothing()
    {
        var noise = Noise(new Random(1), 40);
        double?[] gaps = [.. noise.Select((value, month) => month % 3 == 0 ? null : value)];

        Assert.Empty(CorrelationSearch.Find([], 12, 3));
        Assert.Empty(CorrelationSearch.Find([new("a", noise), new("b", new double?[40])], 12, 3));
        Assert.Empty(CorrelationSearch.Find([new("a", noise), new("b", [.. noise.Select(static double? (_) => 7)])], 12, 3));
        Assert.Empty(CorrelationSearch.Find([new("a", [1]), new("b", [2])], 12, 3));
        Assert.All(CorrelationSearch.Find([new("a", noise), new("b", gaps)], 1, 3), static found => Assert.True(double.IsFinite(found.Correlation)));
        Assert.Throws<ArgumentException>(() => CorrelationSearch.Find([new("a", noise), new("b", [1])], 12, 3));
    }

    private static double?[] Noise(Random random, int count)
    {
        var carried = 0.0;
        return [.. Enumerable.Range(0, count).Select(double? (_) => carried = (0.5 * carried) + Draw(random))];
    }

    private static double Season(int month) => Math.Sin(Math.Tau * month / 12);

    private static double Draw(Random random) => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
}
