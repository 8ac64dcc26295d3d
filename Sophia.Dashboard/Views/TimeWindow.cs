using System.Globalization;

namespace Sophia.Dashboard.Views;

/// <summary>The stretch of time that a page looks at, as its address says it.</summary>
public sealed record TimeWindow
{
    /// <summary>The named lengths that end now, by their keys.</summary>
    public static IReadOnlyList<(string Key, string Name, TimeSpan Length)> Presets { get; } =
    [
        ("5m", "Last 5 minutes", TimeSpan.FromMinutes(5)),
        ("15m", "Last 15 minutes", TimeSpan.FromMinutes(15)),
        ("1h", "Last hour", TimeSpan.FromHours(1)),
        ("6h", "Last 6 hours", TimeSpan.FromHours(6)),
        ("24h", "Last 24 hours", TimeSpan.FromHours(24)),
        ("7d", "Last 7 days", TimeSpan.FromDays(7)),
    ];

    /// <summary>The preset's key; null where begin and end are given.</summary>
    public string? Range { get; private init; }

    /// <summary>The begin, where given.</summary>
    public DateTimeOffset? From { get; private init; }

    /// <summary>The end, where given.</summary>
    public DateTimeOffset? To { get; private init; }

    /// <summary>Whether it ends now and moves on.</summary>
    public bool IsLive => To is null;

    /// <summary>Reads the address's query; what is not understood is as if it were not there.</summary>
    /// <param name="range">A preset's key.</param>
    /// <param name="from">The begin in ISO 8601; with <paramref name="to"/> it wins over the range.</param>
    /// <param name="to">The end.</param>
    /// <param name="usual">The preset without any of these.</param>
    public static TimeWindow Read(string? range, string? from, string? to, string usual = "15m")
    {
        if (Moment(from) is { } begin && Moment(to) is { } end && begin < end)
        {
            return new() { From = begin, To = end };
        }

        return new() { Range = Presets.Any(preset => preset.Key == range) ? range! : usual };
    }

    /// <summary>A window with begin and end.</summary>
    public static TimeWindow Between(DateTimeOffset from, DateTimeOffset to) => new() { From = from, To = to };

    /// <summary>Begin and end at this moment.</summary>
    public (DateTimeOffset From, DateTimeOffset To) Resolve(DateTimeOffset now) =>
        From is { } from && To is { } to ? (from, to) : (now - Presets.First(preset => preset.Key == Range).Length, now);

    /// <summary>The begin as the address writes it.</summary>
    public string? FromText => From?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The end as the address writes it.</summary>
    public string? ToText => To?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
