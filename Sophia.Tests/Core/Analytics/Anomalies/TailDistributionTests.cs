using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Tests.Core.Analytics.Anomalies;

public sealed class TailDistributionTests
{
    // Twice a day a series of five minutes jumps, and stands still between.
    private const int Period = 288;

    [Fact]
    public void A_size_that_comes_back_regularly_is_as_rare_as_it_comes_back_and_a_larger_one_is_rarer()
    {
        var tail = new TailDistribution();
        for (var row = 1; row <= 4000; row++)
        {
            tail.Learn(row % Period == 0 ? 100 : 0);
        }

        Assert.Equal(Math.Log10(Period), tail.Surprise(100), 0.1);
        Assert.True(tail.Surprise(1000) > tail.Surprise(100) + 1);
    }

    [Fact]
    public void A_series_that_jumps_every_day_is_not_flagged_for_it() => Assert.Empty(Flagged(Wave));

    [Fact]
    public void A_jump_that_it_never_made_is_flagged_in_a_series_that_jumps_every_day()
    {
        var random = new Random(61);

        Assert.Equal(3400, Flagged(row => (row == 3400 ? 400 : Wave(row)) + (0.1 * random.NextDouble())).First());
    }

    private static double Wave(int row) => row % Period is >= 108 and < 216 ? 80 : 20;

    // From the seventh day on, when it has jumped often enough.
    private static List<int> Flagged(Func<int, double> valueOf)
    {
        var detector = new AnomalyDetector();
        List<int> flagged = [];
        for (var row = 0; row < 12 * Period; row++)
        {
            var verdict = detector.Observe(MadeUpSeries.Start.AddMinutes(5 * row), valueOf(row));
            if (verdict.State is AnomalyState.Anomalous && row >= 6 * Period)
            {
                flagged.Add(row);
            }
        }

        return flagged;
    }
}
