using System.Globalization;

namespace Sophia.Sandbox.HubSpot;

/// <summary>Values as HubSpot spells them: every property travels as a string.</summary>
internal static class HubSpotText
{
    /// <summary>A moment, for example <c>2026-11-22T11:36:13.123Z</c>.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
