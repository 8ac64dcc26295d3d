namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>An objective and what was counted for it.</summary>
internal sealed class SloEntry(SloDefinition definition, DateTimeOffset countedSince)
{
    // Severity, threshold and long window in minutes; the short window is a twelfth.
    private static readonly (string Severity, double Threshold, int Minutes)[] s_alerts = [("page", 14.4, 60), ("page", 6, 360), ("ticket", 1, 4320)];
    private const int TrendParts = 120;

    /// <summary>The objective.</summary>
    public SloDefinition Definition { get; } = definition;

    /// <summary>Since when requests are counted.</summary>
    public DateTimeOffset CountedSince { get; } = countedSince;

    /// <summary>The counts.</summary>
    public SloCounts Counts { get; } = new(definition.WindowDays);

    /// <summary>Since when each alert fires.</summary>
    public DateTimeOffset?[] FiringSince { get; } = new DateTimeOffset?[s_alerts.Length];

    /// <summary>Counts a request as good or bad; a connection that stays open says nothing of a promised latency and is left out of it.</summary>
    /// <param name="minute">Its minute since 1970.</param>
    /// <param name="failed">Whether its span failed.</param>
    /// <param name="latency">How long it took, in nanoseconds; null of a connection.</param>
    /// <param name="times">How many requests it stands for.</param>
    /// <returns>Whether it counts.</returns>
    public bool Count(long minute, bool failed, long? latency, double times)
    {
        var bad = Definition.Kind switch
        {
            SloKind.Availability => failed,
            SloKind.Latency => latency is { } nanoseconds ? nanoseconds > Definition.Threshold!.Value.TotalNanoseconds : (bool?)null,
        };
        if (bad is { } counted)
        {
            Counts.Add(minute, counted, times);
        }

        return bad is not null;
    }

    /// <summary>Sees whether alerts begin or cease to fire.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The alerts that changed.</returns>
    public IReadOnlyList<BurnRateAlert> Evaluate(DateTimeOffset now)
    {
        var changed = new List<BurnRateAlert>();
        for (var i = 0; i < s_alerts.Length; i++)
        {
            var alert = Alert(i, Minute(now));
            var fires = alert.LongBurnRate > alert.Threshold && alert.ShortBurnRate > alert.Threshold;
            if (fires != FiringSince[i] is not null)
            {
                FiringSince[i] = fires ? now : null;
                changed.Add(Alert(i, Minute(now)));
            }
        }

        return changed;
    }

    /// <summary>What pages see.</summary>
    /// <param name="now">The time.</param>
    /// <returns>How it stands.</returns>
    public SloStatus ToStatus(DateTimeOffset now)
    {
        var minute = Minute(now);
        var minutes = Definition.WindowDays * 1440;
        var (total, bad) = Counts.Sum(minute, minutes);
        return new SloStatus(
            Definition, (long)Math.Round(total), (long)Math.Round(total - bad), total == 0 ? null : (total - bad) / total, Budget(total, bad), CountedSince,
            [.. Enumerable.Range(0, s_alerts.Length).Select(i => Alert(i, minute))], Trend(now, minute, minutes));
    }

    private double? Budget(double total, double bad) => total == 0 ? null : 1 - (bad / (total * (1 - Definition.Objective)));

    private List<double?> Trend(DateTimeOffset now, long minute, int minutes)
    {
        var trend = new List<double?>(TrendParts);
        for (var part = TrendParts - 1; part >= 0; part--)
        {
            var at = minute - (minutes * part / TrendParts);
            // Each is the budget over as much of the window as had passed since counting began.
            var (total, bad) = Counts.Sum(at, minutes);
            trend.Add(now.AddMinutes(at - minute) < CountedSince ? null : Budget(total, bad));
        }

        return trend;
    }

    private BurnRateAlert Alert(int i, long minute)
    {
        var (severity, threshold, minutes) = s_alerts[i];
        return new BurnRateAlert(
            severity, threshold, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes / 12), BurnRate(minute, minutes), BurnRate(minute, minutes / 12),
            FiringSince[i]);
    }

    private double? BurnRate(long minute, int minutes)
    {
        var (total, bad) = Counts.Sum(minute, minutes);
        return total == 0 ? null : bad / total / (1 - Definition.Objective);
    }

    private static long Minute(DateTimeOffset time) => time.ToUnixTimeSeconds() / 60;
}
