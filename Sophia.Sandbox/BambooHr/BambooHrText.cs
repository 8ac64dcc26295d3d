using System.Globalization;

namespace Sophia.Sandbox.BambooHr;

/// <summary>Values as BambooHR spells them.</summary>
internal static class BambooHrText
{
    /// <summary>What stands where there is no date.</summary>
    public const string NoDate = "0000-00-00";

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? NoDate;

    /// <summary>A moment, for example <c>2026-11-22T11:36:13+00:00</c>.</summary>
    public static string Text(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}
