using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Tests.Core.Analytics.Anomalies;

public sealed class AnomalyDetectorTests
{
    private const int Rows = 1200;
    private const int Incident = 900;

    [Fact]
    public void A_sudden_drop_is_flagged_with_its_direction_its_time_and_where_the_value_was_expected()
    {
        var values = MadeUpSeries.Hourly(Rows);
        values[Incident] -= 60;

        var verdict = Watch(values)[Incident];

        Assert.Equal(AnomalyState.Anomalous, verdict.State);
        Assert.Equal(AnomalyKind.Drop, verdict.Kind);
        Assert.Equal(AnomalyDirection.Below, verdict.Direction);
        Assert.Equal(MadeUpSeries.Start.AddHours(Incident), verdict.Since);
        Assert.True(verdict.Value < verdict.Expected!.Lower, $"{verdict.Value} is not below {verdict.Expected}.");
        Assert.InRange(values[Incident] + 60, verdict.Expected.Lower, verdict.Expected.Upper);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(899)]
    [InlineData(903)]
    public void A_detector_that_goes_on_from_what_was_saved_judges_as_if_it_had_never_stopped(int stopped)
    {
        double?[] values = [.. MadeUpSeries.Hourly(Rows).Select((value, row) => row is 500 or 902 ? (double?)null : row is 900 or 901 ? value - 60 : value)];
        var (whole, before) = (new AnomalyDetector(), new AnomalyDetector());
        for (var row = 0; row < stopped; row++)
        {
            whole.Observe(MadeUpSeries.Start.AddHours(row), values[row]);
            before.Observe(MadeUpSeries.Start.AddHours(row), values[row]);
        }

        var after = AnomalyDetector.Restore(before.Save())!;

        for (var row = stopped; row < Rows; row++)
        {
            Assert.Equal(whole.Observe(MadeUpSeries.Start.AddHours(row), values[row]), after.Observe(MadeUpSeries.Start.AddHours(row), values[row]));
        }

        Assert.Equal(whole.Save(), after.Save());
        Assert.Equal(whole.CheckSilence(MadeUpSeries.Start.AddHours(Rows + 50)), after.CheckSilence(MadeUpSeries.Start.AddHours(Rows + 50)));
        Assert.Null(AnomalyDetector.Restore([1, 2, 3]));
        Assert.Null(AnomalyDetector.Restore([.. after.Save(), 0]));
    }

    [Fact]
    public void A_lasting_shift_is_flagged_within_a_day_of_its_start()
    {
        var values = MadeUpSeries.Hourly(Rows);
        for (var row = Incident; row < Rows; row++)
        {
            values[row] += 25;
        }

        var flagged = Watch(values)[Incident..(Incident + 24)].First(static verdict => verdict.State == AnomalyState.Anomalous);

        Assert.Equal(AnomalyDirection.Above, flagged.Direction);
        Assert.InRange(flagged.Since!.Value, MadeUpSeries.Start.AddHours(Incident), flagged.At);
    }

    [Theory]
    [InlineData("flat line")]
    [InlineData("upside down")]
    [InlineData("wild")]
    public void A_day_of_another_shape_is_flagged_though_no_value_leaves_the_usual_span_for_long(string shape)
    {
        var values = MadeUpSeries.Hourly(Rows);
        var middle = values[..Incident].Average();
        for (var row = Incident; row < Incident + 36; row++)
        {
            values[row] = shape switch
            {
                "flat line" => middle,
                "upside down" => (2 * middle) - values[row],
                _ => middle + ((row % 2 == 0 ? 1 : -1) * 25),
            };
        }

        Assert.Contains(Watch(values)[Incident..(Incident + 36)], static verdict => verdict.State == AnomalyState.Anomalous);
    }

    [Fact]
    public void Pure_noise_raises_fewer_than_one_call_per_thousand_rows()
    {
        const int Series = 60;
        var calls = Enumerable.Range(0, Series).Sum(seed =>
        {
            var pacing = new OnsetPacing();
            return Watch(MadeUpSeries.Noise(1000, seed)).Count(verdict => pacing.Next(verdict) >= AnomalyDetector.Threshold);
        });

        Assert.InRange(calls, 0, Series);
    }

    [Fact]
    public void Rows_that_come_later_do_not_change_earlier_verdicts()
    {
        var values = MadeUpSeries.Hourly(Rows);
        values[Incident] *= 3;

        Assert.Equal(Watch(values)[..500], Watch(values[..500]));
    }

    [Theory]
    [InlineData(0, 1024)]
    [InlineData(0, 1.0 / 1024)]
    [InlineData(4096, 1)]
    [InlineData(-4096, 1)]
    public void Shifting_and_scaling_a_series_does_not_change_what_is_anomalous(double shift, double scale)
    {
        var values = MadeUpSeries.Hourly(Rows);
        values[Incident] += 80;
        var moved = values.Select(value => shift + (scale * value)).ToArray();

        var before = Watch(values);
        var after = Watch(moved);

        for (var row = 0; row < Rows; row++)
        {
            Assert.Equal(before[row].State, after[row].State);
            Assert.Equal(before[row].Score, after[row].Score, 6);
            Assert.Equal(shift + (scale * (before[row].Expected?.Upper ?? 0)), after[row].Expected?.Upper ?? shift, 6);
        }
    }

    [Fact]
    public void Missing_values_are_a_state_of_their_own_with_the_time_of_the_first()
    {
        var detector = new AnomalyDetector();
        var values = MadeUpSeries.Hourly(200);
        var verdicts = values.Select((value, row) =>
            detector.Observe(MadeUpSeries.Start.AddHours(row), row is >= 100 and < 110 ? (row % 2 == 0 ? null : double.NaN) : value)).ToArray();

        Assert.All(verdicts[100..110], static verdict =>
        {
            Assert.Equal(AnomalyState.Missing, verdict.State);
            Assert.Equal(MadeUpSeries.Start.AddHours(100), verdict.Since);
            Assert.Equal(0, verdict.Score);
        });
        Assert.Equal(AnomalyState.Normal, verdicts[110].State);
    }

    [Fact]
    public void A_series_that_falls_silent_is_overdue_and_a_usual_weekend_is_not()
    {
        var detector = new AnomalyDetector();
        var workdays = Enumerable.Range(0, 70).Select(static day => MadeUpSeries.Start.AddDays(day))
            .Where(static day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToArray();
        foreach (var day in workdays)
        {
            detector.Observe(day, 10);
        }

        var friday = workdays[^1];
        Assert.Equal(DayOfWeek.Friday, friday.DayOfWeek);
        Assert.Null(detector.CheckSilence(friday.AddDays(3)));
        Assert.Equal(AnomalyState.Missing, detector.CheckSilence(friday.AddDays(7))!.State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(-1e149)]
    [InlineData(1e-300)]
    public void A_constant_series_is_normal_until_it_moves(double constant)
    {
        var values = Enumerable.Repeat(constant, 300).ToArray();
        values[200] = constant + Math.Max(1, Math.Abs(constant) / 2);

        var verdicts = Watch(values);

        Assert.DoesNotContain(verdicts[..200], static verdict => verdict.State == AnomalyState.Anomalous);
        Assert.Equal(AnomalyState.Anomalous, verdicts[200].State);
        Assert.All(verdicts, static verdict => Assert.InRange(verdict.Score, 0, 1));
    }

    [Fact]
    public void Extreme_and_broken_values_never_make_a_score_or_a_range_that_is_no_number()
    {
        double[] extremes = [0, -0.0, 1e-320, double.Epsilon, 1e149, -1e149, 1e150, double.MaxValue, double.NaN, double.NegativeInfinity, 1, -1];
        var random = new Random(3);
        var verdicts = Watch([.. Enumerable.Range(0, 5000).Select(_ => extremes[random.Next(extremes.Length)])]);

        Assert.All(verdicts, static verdict =>
        {
            Assert.InRange(verdict.Score, 0, 1);
            Assert.True(verdict.Expected is null || (double.IsFinite(verdict.Expected.Lower) && double.IsFinite(verdict.Expected.Upper)));
        });
    }

    private static AnomalyVerdict[] Watch(double[] values)
    {
        var detector = new AnomalyDetector();
        return [.. values.Select((value, row) => detector.Observe(MadeUpSeries.Start.AddHours(row), value))];
    }
}
