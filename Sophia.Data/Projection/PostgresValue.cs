namespace Sophia.Data.Projection;

/// <summary>Values as Postgres keeps them.</summary>
internal static class PostgresValue
{
    /// <summary>UTC, to the microsecond.</summary>
    public static DateTimeOffset Time(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Without the NUL characters that JSON may hold and a text column may not.</summary>
    public static string? Text(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
