namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>When nobody wants to be told about some alerts. They go on being watched; what still fires at the end is told then.</summary>
public sealed record MuteWindow
{
    /// <summary>The metric that is muted; null for all.</summary>
    public string? Metric { get; init; }

    /// <summary>The scope that is muted; null for all.</summary>
    public string? Scope { get; init; }

    /// <summary>From when on.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when, not included.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>True where the window comes again every week at the same clock times of <see cref="TimeZone"/>.</summary>
    public bool Weekly { get; init; }

    /// <summary>Whose clock counts for a weekly window.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether the rule's alerts are muted at <paramref name="now"/>.</summary>
    public bool Covers(AlertRule rule, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (Metric is null || Metric == rule.Metric) && (Scope is null || Scope == rule.Scope) && Covers(now);
    }

    /// <summary>When the window that mutes the rule's alerts at <paramref name="now"/> ends, or null where it does not mute them.</summary>
    public DateTimeOffset? EndFor(AlertRule rule, DateTimeOffset now)
    {
        if (!Covers(rule, now))
        {
            return null;
        }

        var weeks = Weekly ? (now - From).Ticks / TimeSpan.FromDays(7).Ticks : 0;
        return Until + (weeks * TimeSpan.FromDays(7));
    }

    private bool Covers(DateTimeOffset now)
    {
        if (!Weekly)
        {
            return From <= now && now < Until;
        }

        // Clock time, so that a window at 22:00 stays at 22:00 when summer time ends.
        var start = TimeZoneInfo.ConvertTime(From, TimeZone).DateTime;
        var clock = TimeZoneInfo.ConvertTime(now, TimeZone).DateTime;
        var length = TimeZoneInfo.ConvertTime(Until, TimeZone).DateTime - start;
        return clock >= start && (clock - start).Ticks % TimeSpan.FromDays(7).Ticks < length.Ticks;
    }
}
