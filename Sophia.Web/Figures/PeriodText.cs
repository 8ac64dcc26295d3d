using Sophia.Core.Metrics;

namespace Sophia.Web.Figures;

/// <summary>Writes days, ranges and points of a series.</summary>
internal static class PeriodText
{
    /// <summary>22 Nov 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", FigureText.Culture);

    /// <summary>Whole months as months (Dec 2025–Nov 2026), anything else by its days (1 Dec 2025–22 Nov 2026).</summary>
    public static string Range(DateRange range)
    {
        var (from, to) = (range.From, range.To);
        if (from == to)
        {
            return Day(from);
        }

        if (from.Day != 1 || to.AddDays(1).Day != 1)
        {
            return (from.Year == to.Year ? from.ToString("d MMM", FigureText.Culture) : Day(from)) + "–" + Day(to);
        }

        var last = to.ToString("MMM yyyy", FigureText.Culture);
        return (from.Year == to.Year, from.Month == to.Month) switch
        {
            (true, true) => last,
            (true, false) => from.ToString("MMM", FigureText.Culture) + "–" + last,
            (false, _) => from.ToString("MMM yyyy", FigureText.Culture) + "–" + last,
        };
    }

    /// <summary>The name of a point of a series: Nov 2026, Q4 2026, or its days where it is a week or cut short.</summary>
    public static string Point(DateRange point, Granularity granularity) => granularity switch
    {
        Granularity.Quarter when !IsCut(point, granularity) => Axis(point.From, granularity),
        Granularity.Day or Granularity.Week or Granularity.Month or Granularity.Quarter => Range(point),
    };

    /// <summary>Whether a point ends before its day, week, month or quarter does.</summary>
    public static bool IsCut(DateRange point, Granularity granularity) =>
        // No point is longer than a quarter of 92 days.
        TimeBuckets.Split(new(point.From, point.From.AddDays(92)), granularity)[0].To > point.To;

    /// <summary>A point's name on an axis, where the year goes without saying.</summary>
    public static string Axis(DateOnly start, Granularity granularity) => granularity switch
    {
        Granularity.Day or Granularity.Week => start.ToString("d MMM", FigureText.Culture),
        Granularity.Month => start.ToString(start.Month == 1 ? "MMM yyyy" : "MMM", FigureText.Culture),
        Granularity.Quarter => FormattableString.Invariant($"Q{((start.Month - 1) / 3) + 1} {start.Year}"),
    };
}
