using System.Globalization;
using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Reads cells in the form that their column is written in. What cannot be read is null.</summary>
internal static class CellText
{
    private static readonly string[] s_yes = ["true", "yes", "y", "1", "ja", "wahr", "x"];
    private static readonly string[] s_no = ["false", "no", "n", "0", "nein", "falsch"];

    private static readonly NumberFormatInfo s_point = new() { NumberDecimalSeparator = ".", NumberGroupSeparator = ",", NegativeSign = "-" };
    private static readonly NumberFormatInfo s_comma = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "-" };

    /// <summary>A number, whatever currency stands before or behind it.</summary>
    public static decimal? Number(string cell, string decimalPoint)
    {
        var digits = cell.AsSpan().Trim();
        while (!digits.IsEmpty && !char.IsAsciiDigit(digits[0]) && digits[0] is not ('-' or '.' or ','))
        {
            digits = digits[1..];
        }

        while (!digits.IsEmpty && !char.IsAsciiDigit(digits[^1]))
        {
            digits = digits[..^1];
        }

        var (format, point, group) = decimalPoint == "," ? (s_comma, ',', '.') : (s_point, '.', ',');
        return IsGrouped(digits, point, group)
            && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, format, out var number)
            ? number
            : null;
    }

    /// <summary>A moment; without a time of day the day's first in UTC.</summary>
    public static DateTimeOffset? Date(string cell, string format)
    {
        var text = cell.Trim();
        if (format == ImportDates.Iso)
        {
            return text.Length >= 10 && text[4] == '-' && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var iso)
                ? iso
                : null;
        }

        return DateTimeOffset.TryParseExact(
            text, DateForms.WithTimes(format), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date)
            ? date
            : null;
    }

    /// <summary>Yes or no.</summary>
    public static bool? YesNo(string cell) =>
        s_yes.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase) ? true
        : s_no.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase) ? false
        : null;

    /// <summary>Seconds: a number of them, m:ss or h:mm:ss.</summary>
    public static long? Duration(string cell)
    {
        var parts = cell.Trim().Split(':');
        if (parts.Length is < 1 or > 3)
        {
            return null;
        }

        var seconds = 0m;
        foreach (var part in parts)
        {
            if (!decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 1_000_000)
            {
                return null;
            }

            seconds = (seconds * 60) + value;
        }

        return (long)decimal.Round(seconds);
    }

    // Groups have three digits: 1,23 is no number of the form 1,234.56.
    private static bool IsGrouped(ReadOnlySpan<char> digits, char point, char group)
    {
        var whole = digits.IndexOf(point) is >= 0 and var end ? digits[..end] : digits;
        var first = whole.IndexOf(group);
        if (first < 0)
        {
            return true;
        }

        for (var at = first; at < whole.Length; at += 4)
        {
            if (whole[at] != group || whole.Length - at < 4 || whole[(at + 1)..(at + 4)].ContainsAny(group, '-'))
            {
                return false;
            }
        }

        return digits.LastIndexOf(group) < (digits.IndexOf(point) is >= 0 and var dot ? dot : int.MaxValue);
    }
}
