namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>Reads parameters that several endpoints share.</summary>
internal static class FilterParameters
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(365);

    /// <summary>Reads filters.</summary>
    /// <param name="texts">Their text forms.</param>
    /// <returns>The filters.</returns>
    /// <exception cref="BadHttpRequestException">One of them is none.</exception>
    public static IReadOnlyList<AttributeFilter> Read(string[]? texts) =>
    [
        .. (texts ?? []).Select(static text => AttributeFilter.TryParse(text, out var filter)
            ? filter
            : throw new BadHttpRequestException($"{text} is no filter: key=value, key!=value, key~value, key>value or key<value.")),
    ];

    /// <summary>Reads a name of an enumeration in any case.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="text">The name.</param>
    /// <returns>The value; null where none was given.</returns>
    /// <exception cref="BadHttpRequestException">There is no such name.</exception>
    public static T? Named<T>(string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? null
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new BadHttpRequestException($"{text} is none of {string.Join(", ", Enum.GetNames<T>())}.");

    /// <summary>Reads a length of time.</summary>
    /// <param name="milliseconds">The length.</param>
    /// <returns>The length; null where none was given.</returns>
    public static TimeSpan? Duration(double? milliseconds) => milliseconds is not { } length ? null
        : length >= 0 && length <= s_longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(length)
        : throw new BadHttpRequestException("A duration is between 0 and a year.");
}
