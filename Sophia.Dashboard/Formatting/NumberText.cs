using System.Globalization;

namespace Sophia.Dashboard.Formatting;

/// <summary>Writes counts, rates, shares and sizes; what is not known is a dash, never 0.</summary>
public static class NumberText
{
    /// <summary>What stands for no data.</summary>
    public const string None = "—";

    private static readonly string[] s_sizes = ["B", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>12,345.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1 trace, 12,345 traces.</summary>
    public static string Count(long value, string one, string many) => $"{Count(value)} {(value == 1 ? one : many)}";

    /// <summary>Of how many one is kept: 1 in 12 kept; null where all are.</summary>
    public static string? Kept(double count) => count > 1 ? $"1 in {Compact(count)} kept" : null;

    /// <summary>Three significant figures: 0.25, 12.3, 1.2K, 3.45M.</summary>
    public static string Compact(double? value)
    {
        if (value is not { } number || double.IsNaN(number))
        {
            return None;
        }

        var size = Math.Abs(number);
        var (divisor, unit) = size switch
        {
            >= 1e9 => (1e9, "B"),
            >= 1e6 => (1e6, "M"),
            >= 1e4 => (1e3, "K"),
            _ => (1.0, ""),
        };
        var scaled = number / divisor;
        var format = Math.Abs(scaled) switch
        {
            >= 100 => "#,0",
            >= 10 => "0.#",
            >= 1 or 0 => "0.##",
            >= 0.01 => "0.###",
            _ => "0.##e0",
        };
        return scaled.ToString(format, CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>A share between 0 and 1 as percent: 37 %, 0.12 %.</summary>
    public static string Percent(double? share) => share switch
    {
        null => None,
        0 => "0 %",
        < 0.01 => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %"),
        < 0.1 or (> 0.99 and < 1) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} %"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} %"),
    };

    /// <summary>A size in binary units: 512 B, 1.5 MiB.</summary>
    public static string Bytes(long? bytes)
    {
        if (bytes is not { } size)
        {
            return None;
        }

        var value = (double)size;
        var unit = 0;
        while (value >= 1024 && unit < s_sizes.Length - 1)
        {
            value /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(value >= 100 || unit == 0 ? Math.Round(value) : Math.Round(value, 1))} {s_sizes[unit]}");
    }

    /// <summary>How often: 12.5/s; what is seldom by the minute or the hour: 4/min, 2.5/h.</summary>
    public static string Rate(double? perSecond) => perSecond switch
    {
        null or double.NaN => None,
        0 or >= 0.1 or <= -0.1 => Compact(perSecond) + "/s",
        >= 0.1 / 60 or <= -0.1 / 60 => Compact(perSecond * 60) + "/min",
        _ => Compact(perSecond * 3600) + "/h",
    };
}
