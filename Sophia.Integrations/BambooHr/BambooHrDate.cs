using System.Globalization;
using System.Text.Json;

namespace Sophia.Integrations.BambooHr;

/// <summary>Reads BambooHR's days. Where there is none it writes null, nothing or <c>0000-00-00</c>.</summary>
internal static class BambooHrDate
{
    /// <summary>A member's day, or null where there is none or it cannot be read.</summary>
    public static DateOnly? Of(JsonElement source, string name) =>
        DateOnly.TryParseExact(SourceValue.Text(source, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
