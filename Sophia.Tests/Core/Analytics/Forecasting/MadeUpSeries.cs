namespace Sophia.Tests.Core.Analytics.Forecasting;

/// <summary>Series with a known law and seeded noise.</summary>
internal static class MadeUpSeries
{
    /// <summary>Level 200 with a slope, a season and noise.</summary>
    public static double[] Of(int count, int season, int seed, double slope = 0.5, double amplitude = 40, double noise = 8)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(step =>
                200 + (slope * step) + (amplitude * Math.Sin(2 * Math.PI * step / season)) + (noise * Gauss(random))),
        ];
    }

    /// <summary>Hours with a day and a quiet weekend.</summary>
    public static double[] HourlyLoad(int days, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, 24 * days).Select(hour =>
                (hour / 24 % 7 >= 5 ? 0.4 : 1) * (300 - (200 * Math.Cos(2 * Math.PI * hour / 24))) + (15 * Gauss(random))),
        ];
    }

    public static double Gauss(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
