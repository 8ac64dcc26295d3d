namespace Sophia.Core.Analytics.Anomalies.Alerts;

/// <summary>What keeps alerts from becoming a storm.</summary>
public sealed record AlertLimits
{
    /// <summary>A related alert joins an incident whose last alert joined at most this long ago.</summary>
    public TimeSpan GroupWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>A row this much older than now, as after an outage, is learnt from but opens nothing.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromDays(2);

    /// <summary>How many incidents are told one by one within <see cref="Period"/>; the others wait for a digest.</summary>
    public int NoticesPerPeriod { get; init; } = 5;

    /// <summary>The period of <see cref="NoticesPerPeriod"/> and of the digests.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromHours(1);
}
