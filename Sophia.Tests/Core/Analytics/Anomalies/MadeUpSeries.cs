namespace Sophia.Tests.Core.Analytics.Anomalies;

/// <summary>Hourly figures with a daily and a weekly rhythm and reproducible noise.</summary>
internal static class MadeUpSeries
{
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    public static double[] Hourly(int rows, int seed = 1)
    {
        var noise = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(row =>
        {
            var at = Start.AddHours(row);
            var weekend = at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? -20 : 0;
            return 100 + weekend + (15 * Math.Sin(at.Hour * Math.PI / 12)) + (3 * Gaussian(noise));
        })];
    }

    public static double[] Noise(int rows, int seed)
    {
        var noise = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => 50 + (5 * Gaussian(noise)))];
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
