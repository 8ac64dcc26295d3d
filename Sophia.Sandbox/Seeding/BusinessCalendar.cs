namespace Sophia.Sandbox.Seeding;

/// <summary>
/// When deals close: more of them every year, more at the end of a quarter, few at weekends. Quarters are those of the
/// calendar, so that a peak stands where a reader expects it.
/// </summary>
internal sealed class BusinessCalendar
{
    /// <summary>Yearly growth of the number of deals; with <see cref="PriceGrowth"/> it makes about 30 % of revenue.</summary>
    public const double CountGrowth = 1.20;

    /// <summary>Yearly growth of amounts.</summary>
    public const double PriceGrowth = 1.083;

    /// <summary>The longest a deal takes; open deals are drawn from as far ahead.</summary>
    public const int LongestCycleDays = 280;

    // January to December: a slow start after the holidays, a quiet summer, a strong last quarter.
    private static readonly double[] s_months = [0.84, 0.95, 1.08, 0.93, 1.00, 1.12, 0.86, 0.84, 1.10, 0.99, 1.06, 1.22];

    private readonly double[] _cumulative;

    /// <param name="years">Years of closed deals.</param>
    /// <param name="today">The first day that history does not reach.</param>
    public BusinessCalendar(int years, DateOnly today)
    {
        Today = today;
        FirstDay = today.AddYears(-years);
        _cumulative = new double[today.AddDays(LongestCycleDays).DayNumber - FirstDay.DayNumber];
        var total = 0.0;
        for (var index = 0; index < _cumulative.Length; index++)
        {
            _cumulative[index] = total += Weight(FirstDay.AddDays(index));
        }
    }

    public DateOnly FirstDay { get; }

    public DateOnly Today { get; }

    /// <summary>The quarter in which much less was won: three before the running one.</summary>
    public Quarter BadQuarter => Quarter.Of(Today).Add(-3);

    /// <summary>The day by which a share of all closings has happened.</summary>
    public DateOnly DayAt(double share)
    {
        var index = Array.BinarySearch(_cumulative, share * _cumulative[^1]);
        return FirstDay.AddDays(Math.Min(index < 0 ? ~index : index, _cumulative.Length - 1));
    }

    /// <summary>Years from today; negative in the past.</summary>
    public double YearsFromToday(DateOnly day) => (day.DayNumber - Today.DayNumber) / 365.25;

    private double Weight(DateOnly day)
    {
        var weight = Math.Pow(CountGrowth, YearsFromToday(day)) * s_months[day.Month - 1];
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            weight *= 0.08;
        }

        var daysLeft = Quarter.Of(day).LastDay.DayNumber - day.DayNumber;
        return daysLeft < 10 ? weight * 2.0 : weight;
    }
}
