using Sophia.Core.Analytics.Discovery.Statistics;

namespace Sophia.Core.Analytics.Discovery.Correlations;

/// <summary>Looks for metrics that go before others.</summary>
public static class CorrelationSearch
{
    /// <summary>Changes whenever the same series could give something else.</summary>
    public const string Procedure = "prewhitened-1";

    private const int LeastSteps = 20;
    private const double LeastCorrelation = 0.3;

    // Pairs grow with the square: 100 metrics at 25 lags are a quarter of a million tests.
    private const int MostSeries = 100;

    /// <summary>The correlations that stand after all tests are accounted for, the surest first; each pair once, at its best lag.</summary>
    /// <param name="series">At most 100, all over the same steps.</param>
    /// <param name="period">Steps of a season, for example 12 for months; 1 for none.</param>
    /// <param name="mostLag">The largest lag to try, in steps.</param>
    /// <param name="falseShare">The share of false ones to accept among those reported.</param>
    /// <param name="isAsked">Whether the first series is to be held against the second so many steps later; null for all. What is not asked counts in no correction.</param>
    /// <exception cref="ArgumentException">Series differ in length or are too many.</exception>
    public static IReadOnlyList<LaggedCorrelation> Find(
        IReadOnlyList<MetricSeries> series, int period, int mostLag, double falseShare = 0.05, Func<string, string, int, bool>? isAsked = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(mostLag);
        if (series.Count > MostSeries || series.Any(one => one.Values.Count != series[0].Values.Count))
        {
            throw new ArgumentException($"At most {MostSeries} series, all of the same length.", nameof(series));
        }

        double?[][] innovations = [.. series.Select(one => Innovations.Of(one.Values, period))];
        List<LaggedCorrelation> tried = [];
        for (var leading = 0; leading < series.Count; leading++)
        {
            for (var following = 0; following < series.Count; following++)
            {
                // At lag 0 a pair has no order, and is tried once.
                for (var lag = leading < following ? 0 : 1; leading != following && lag <= mostLag; lag++)
                {
                    if (isAsked?.Invoke(series[leading].Metric, series[following].Metric, lag) is not false
                        && Correlate(innovations[leading], innovations[following], lag, period) is { } found)
                    {
                        tried.Add(found with { Leading = series[leading].Metric, Following = series[following].Metric });
                    }
                }
            }
        }

        var adjusted = FalseDiscoveries.Adjust([.. tried.Select(static one => one.Probability)]);
        return
        [
            .. tried.Select((one, index) => one with { FalseShare = adjusted[index] })
                .Where(one => one.FalseShare <= falseShare && Math.Abs(one.Correlation) >= LeastCorrelation)
                .OrderBy(static one => one.Probability)
                .ThenByDescending(static one => Math.Abs(one.Correlation))
                .DistinctBy(static one => string.CompareOrdinal(one.Leading, one.Following) < 0 ? (one.Leading, one.Following) : (one.Following, one.Leading)),
        ];
    }

    private static LaggedCorrelation? Correlate(double?[] leading, double?[] following, int lag, int period)
    {
        List<(double X, double Y)> pairs = [];
        for (var step = lag; step < Math.Min(leading.Length, following.Length); step++)
        {
            if (leading[step - lag] is { } x && following[step] is { } y)
            {
                pairs.Add((x, y));
            }
        }

        var freedom = pairs.Count - 4 - Innovations.Cost(period);
        if (pairs.Count < LeastSteps || freedom < 4)
        {
            return null;
        }

        var (meanX, meanY) = (pairs.Average(static pair => pair.X), pairs.Average(static pair => pair.Y));
        var xy = pairs.Sum(pair => (pair.X - meanX) * (pair.Y - meanY));
        var xx = pairs.Sum(pair => (pair.X - meanX) * (pair.X - meanX));
        var yy = pairs.Sum(pair => (pair.Y - meanY) * (pair.Y - meanY));
        if (!(xx > 0) || !(yy > 0))
        {
            return null;
        }

        var correlation = Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
        var t = correlation * Math.Sqrt(freedom / Math.Max(1e-300, 1 - (correlation * correlation)));
        var half = 1.96 / Math.Sqrt(Math.Max(1, freedom - 1));
        var z = Math.Atanh(Math.Clamp(correlation, -0.999999, 0.999999));
        return new("", "", lag, correlation, Math.Tanh(z - half), Math.Tanh(z + half), pairs.Count, Tail.Student(t, freedom), 1);
    }
}
