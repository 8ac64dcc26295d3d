using System.Globalization;
using System.Text.Json;

namespace Sophia.Integrations;

/// <summary>Reads values as sources write them. What cannot be read is null, never a guess.</summary>
internal static class SourceValue
{
    /// <summary>A member's text; null where it is missing, empty or no text.</summary>
    public static string? Text(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object
        && source.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>An identifier, which some sources write as text and some as a number of up to 20 digits; null where it is missing.</summary>
    public static string? Id(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetRawText()
            : Text(source, name);

    /// <summary>The elements of a member that is an array; none where it is missing or something else.</summary>
    public static IEnumerable<JsonElement> Array(JsonElement source, string name) =>
        source.ValueKind == JsonValueKind.Object && source.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    /// <summary>An amount, for example <c>1234.5</c>.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A moment in ISO 8601 or, as some sources have it, in milliseconds since 1970.</summary>
    public static DateTimeOffset? Time(string? text)
    {
        // The years 0001 and 9999.
        const long least = -62_135_596_800_000;
        const long most = 253_402_300_799_999;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return milliseconds is >= least and <= most ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
                ? moment
                : null;
    }
}
