namespace Sophia.Core.Analytics.Forecasting.Calendar;

/// <summary>The days on which business stands still in most western countries.</summary>
public static class PublicHolidays
{
    private static readonly (int Month, int Day, string Name)[] s_fixed =
    [
        (1, 1, "New Year"), (1, 2, "Day after New Year"), (5, 1, "Labour Day"),
        (12, 23, "Day before Christmas Eve"), (12, 24, "Christmas Eve"), (12, 25, "Christmas"), (12, 26, "Second day of Christmas"),
        (12, 31, "New Year's Eve"),
    ];

    // Days from Easter Sunday.
    private static readonly (int Offset, string Name)[] s_movable =
    [
        (-3, "Maundy Thursday"), (-2, "Good Friday"), (-1, "Easter Saturday"), (0, "Easter Sunday"), (1, "Easter Monday"),
        (39, "Ascension"), (49, "Whit Sunday"), (50, "Whit Monday"),
    ];

    /// <summary>The named days from the first to the last date, both included.</summary>
    public static IReadOnlyDictionary<DateOnly, string> Between(DateOnly first, DateOnly last)
    {
        var days = new Dictionary<DateOnly, string>();
        for (var year = first.Year; year <= last.Year; year++)
        {
            var easter = Easter(year);
            var named = s_fixed.Select(day => (Date: new DateOnly(year, day.Month, day.Day), day.Name))
                .Concat(s_movable.Select(day => (Date: easter.AddDays(day.Offset), day.Name)));
            foreach (var (date, name) in named.Where(day => day.Date >= first && day.Date <= last))
            {
                days.TryAdd(date, name);
            }
        }

        return days;
    }

    /// <summary>Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876).</summary>
    /// <param name="year">From 1583.</param>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
