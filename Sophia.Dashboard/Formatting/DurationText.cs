using System.Globalization;

namespace Sophia.Dashboard.Formatting;

/// <summary>Writes durations and ages.</summary>
public static class DurationText
{
    /// <summary>Three figures of the unit that fits: 12 µs, 4.21 ms, 1.5 s, 3 m 20 s, 2 h 5 m, 3 d 4 h.</summary>
    public static string Write(TimeSpan duration)
    {
        var culture = CultureInfo.InvariantCulture;
        return duration switch
        {
            { Ticks: 0 } => "0",
            { Ticks: < 0 } => "−" + Write(-duration),
            { TotalMilliseconds: < 1 } => string.Create(culture, $"{duration.TotalMicroseconds:0} µs"),
            { TotalMilliseconds: < 10 } => string.Create(culture, $"{duration.TotalMilliseconds:0.##} ms"),
            { TotalMilliseconds: < 100 } => string.Create(culture, $"{duration.TotalMilliseconds:0.#} ms"),
            { TotalMilliseconds: < 1000 } => string.Create(culture, $"{duration.TotalMilliseconds:0} ms"),
            { TotalSeconds: < 60 } => string.Create(culture, $"{duration.TotalSeconds:0.##} s"),
            { TotalMinutes: < 60 } => string.Create(culture, $"{duration.Minutes} m {duration.Seconds} s"),
            { TotalHours: < 24 } => string.Create(culture, $"{duration.Hours} h {duration.Minutes} m"),
            _ => string.Create(culture, $"{(long)duration.TotalDays} d {duration.Hours} h"),
        };
    }

    /// <summary>How long ago something was: now, 5 s ago.</summary>
    public static string Ago(TimeSpan age) => age.TotalSeconds < 1 ? "now" : Age(age) + " ago";

    /// <summary>How long ago something was, in one unit: now, 5 s, 3 m, 2 h, 4 d.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "now",
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{age.TotalSeconds:0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} m"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalHours} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays} d"),
    };
}
