using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>The forms of dates that exports use, with the times of day that may follow.</summary>
internal static class DateForms
{
    private static readonly string[] s_times = ["", " H:mm", " H:mm:ss", " h:mm tt", " h:mm:ss tt", ", H:mm", ", h:mm tt"];

    // Filled once per form: a file asks for the same few a million times.
    private static readonly Dictionary<string, string[]> s_withTimes = ImportDates.Forms.ToDictionary(
        static form => form, static form => Array.ConvertAll(s_times, time => form + time), StringComparer.Ordinal);

    /// <summary>A form with every time of day that may follow it.</summary>
    public static string[] WithTimes(string form) =>
        s_withTimes.TryGetValue(form, out var known) ? known : Array.ConvertAll(s_times, time => form + time);
}
