using System.Globalization;

namespace Sophia.Dashboard.Formatting;

/// <summary>Writes times as the viewer wants them: in the browser's zone or in UTC.</summary>
/// <param name="Zone">The browser's zone; UTC until it is known.</param>
/// <param name="IsUtc">Whether the viewer wants UTC.</param>
public sealed record ViewerTime(TimeZoneInfo Zone, bool IsUtc)
{
    /// <summary>UTC, before anything is known of the viewer.</summary>
    public static ViewerTime Utc { get; } = new(TimeZoneInfo.Utc, IsUtc: true);

    /// <summary>The name of what times are written in.</summary>
    public string Name => IsUtc || Zone.BaseUtcOffset == TimeSpan.Zero && !Zone.SupportsDaylightSavingTime ? "UTC" : Zone.Id;

    private TimeZoneInfo Shown => IsUtc ? TimeZoneInfo.Utc : Zone;

    /// <summary>The moment on the viewer's clock.</summary>
    public DateTimeOffset At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Shown);

    /// <summary>14:03:21.</summary>
    public string Clock(DateTimeOffset moment) => At(moment).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>14:03:21.456.</summary>
    public string Precise(DateTimeOffset moment) => At(moment).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>14:03:21.456 on the day of <paramref name="now"/>, else 25 Nov 14:03:21.</summary>
    public string Recent(DateTimeOffset moment, DateTimeOffset now) => At(moment).Date == At(now).Date ? Precise(moment) : Dated(moment);

    /// <summary>25 Nov 14:03:21.</summary>
    public string Dated(DateTimeOffset moment) => At(moment).ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>2026-11-25 14:03:21.456 +01:00, for hints and details.</summary>
    public string Full(DateTimeOffset moment) => At(moment).ToString("yyyy-MM-dd HH:mm:ss.fff zzz", CultureInfo.InvariantCulture);
}
