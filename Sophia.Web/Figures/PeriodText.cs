using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>Writes days, ranges and points of a series.</summary>
internal static class PeriodText
{
    /// <summary>22 Nov 2026.</summary>
    public static string Day(IStringLocalizer text, DateOnly day) => Write(text, day, "format.day");

    /// <summary>Whole months as months (Dec 2025–Nov 2026), anything else by its days (1 Dec 2025–22 Nov 2026).</summary>
    public static string Range(IStringLocalizer text, DateRange range)
    {
        var (from, to) = (range.From, range.To);
        if (from == to)
        {
            return Day(text, from);
        }

        if (from.Day != 1 || to.AddDays(1).Day != 1)
        {
            return (from.Year == to.Year ? Write(text, from, "format.dayOfYear") : Day(text, from)) + "–" + Day(text, to);
        }

        var last = Write(text, to, "format.month");
        return (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => last,
            (true, false) => Write(text, from, "format.monthOfYear") + "–" + last,
            (false, _) => Write(text, from, "format.month") + "–" + last,
        };
    }

    /// <summary>The name of a point of a series: Nov 2026, Q4 2026, or its days where it is a week or cut short.</summary>
    public static string Point(IStringLocalizer text, DateRange point, Granularity granularity) => granularity switch
    {
        Granularity.Quarter when !IsCut(point, granularity) => Axis(text, point.From, granularity),
        Granularity.Day or Granularity.Week or Granularity.Month or Granularity.Quarter => Range(text, point),
    };

    /// <summary>Whether a point ends before its day, week, month or quarter does.</summary>
    public static bool IsCut(DateRange point, Granularity granularity) =>
        // No point is longer than a quarter of 92 days.
        TimeBuckets.Split(new(point.From, point.From.AddDays(92)), granularity)[0].To > point.To;

    /// <summary>A point's name on an axis, where the year goes without saying.</summary>
    public static string Axis(IStringLocalizer text, DateOnly start, Granularity granularity) => granularity switch
    {
        Granularity.Day or Granularity.Week => Write(text, start, "format.dayOfYear"),
        Granularity.Month => Write(text, start, start.Month == 1 ? "format.month" : "format.monthOfYear"),
        Granularity.Quarter => FormattableString.Invariant($"Q{((start.Month - 1) / 3) + 1} {start.Year}"),
    };

    private static string Write(IStringLocalizer text, DateOnly day, string format) => day.ToString(text[format], CultureInfo.CurrentCulture);
}
