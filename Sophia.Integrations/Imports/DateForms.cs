namespace Sophia.Integrations.Imports;

/// <summary>The forms of dates that exports use.</summary>
internal static class DateForms
{
    /// <summary>Year, month, day, with or without a time of day and an offset.</summary>
    public const string Iso = "yyyy-MM-dd";

    private static readonly string[] s_times = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", ", H:mm", ", h:mm tt"];

    /// <summary>All of them; where cells leave a choice, the earlier one is taken.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Iso, "M/d/yyyy", "d.M.yyyy", "d/M/yyyy", "M-d-yyyy", "MMM d, yyyy", "d MMM yyyy", "d-MMM-yyyy", "yyyy/M/d", "d.M.yy", "M/d/yy"];

    // Filled once per form: a file asks for the same few a million times.
    private static readonly Dictionary<string, string[]> s_withTimes = All.ToDictionary(
        static form => form, static form => Array.ConvertAll(s_times, time => form + time), StringComparer.Ordinal);

    /// <summary>A form with every time of day that may follow it.</summary>
    public static string[] WithTimes(string form) =>
        s_withTimes.TryGetValue(form, out var known) ? known : Array.ConvertAll(s_times, time => form + time);
}
