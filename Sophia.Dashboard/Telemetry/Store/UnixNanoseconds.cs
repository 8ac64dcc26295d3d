namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>OTLP's time: nanoseconds since 1970.</summary>
internal static class UnixNanoseconds
{
    private const long PerTick = TimeSpan.NanosecondsPerTick;

    /// <summary>The time as a date.</summary>
    /// <param name="nanoseconds">Nanoseconds since 1970.</param>
    /// <returns>The date, to 100 ns.</returns>
    public static DateTimeOffset ToTime(long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / PerTick);

    /// <summary>The date as a time.</summary>
    /// <param name="time">The date; one beyond the year 2262 counts as that.</param>
    /// <returns>Nanoseconds since 1970.</returns>
    public static long From(DateTimeOffset time) =>
        (long)Int128.Clamp((Int128)(time - DateTimeOffset.UnixEpoch).Ticks * PerTick, long.MinValue, long.MaxValue);

    /// <summary>The length as a time span.</summary>
    /// <param name="nanoseconds">The length in nanoseconds.</param>
    /// <returns>The length, to 100 ns.</returns>
    public static TimeSpan ToSpan(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / PerTick);
}
