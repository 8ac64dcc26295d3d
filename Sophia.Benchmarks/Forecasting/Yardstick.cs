using System.Globalization;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>A development set's fixed Naive2 means, reference scores and our target.</summary>
internal sealed record Yardstick(
    string Name, double NaiveSmape, double NaiveMase, double Target, double EtsOwa, double EtsMsis, double BestOwa, string BestMethod)
{
    public static IReadOnlyList<Yardstick> All { get; } =
    [
        new("m3-monthly", 18.468, 1.100, 0.81, 0.817, 6.33, 0.759, "ForecastPro"),
        new("m4-weekly", 14.480, 2.907, 0.70, 0.860, 12.99, 0.680, "ETS, Theta, STL+ETS"),
        new("nn5-daily", 39.176, 1.441, 0.59, 0.571, 7.83, 0.571, "automatic ETS"),
        new("m4-hourly", 21.266, 1.536, 0.52, 0.677, 12.81, 0.437, "STL+ETS"),
    ];

    /// <summary>One line of the report.</summary>
    public string Describe(ForecastScore score)
    {
        var owa = ((score.Smape / NaiveSmape) + (score.Mase / NaiveMase)) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {Name}: OWA {owa:F3} (target {Target:F2}; automatic ETS {EtsOwa:F3}; best {BestOwa:F3} {BestMethod}), sMAPE {score.Smape:F2}, MASE {score.Mase:F3}
              95 % interval: coverage {score.Coverage:F3} (0.90-0.98), MSIS {score.Msis:F2} (automatic ETS {EtsMsis:F2})
            """);
    }
}
