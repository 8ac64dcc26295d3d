namespace Sophia.Core.Metrics;

/// <summary>Whole UTC days, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; not before <paramref name="From"/>.</param>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>How many days it covers.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>
    /// The range right before. One that starts with a month is moved by whole months, so that months are held against
    /// months; any other by its number of days.
    /// </summary>
    public DateRange PreviousPeriod()
    {
        if (From.Day != 1)
        {
            return new(From.AddDays(-Days), From.AddDays(-1));
        }

        var months = ((To.Year - From.Year) * 12) + To.Month - From.Month + 1;
        return ShiftMonths(-months);
    }

    /// <summary>The same days a year earlier.</summary>
    public DateRange PreviousYear() => ShiftMonths(-12);

    /// <summary>
    /// The same days of another month. Days that it lacks fall on its last one; a range that ends with a month still does.
    /// </summary>
    internal DateRange ShiftMonths(int months)
    {
        var to = To.AddMonths(months);
        var endsMonth = To.AddDays(1).Day == 1;
        return new(From.AddMonths(months), endsMonth ? new DateOnly(to.Year, to.Month, DateTime.DaysInMonth(to.Year, to.Month)) : to);
    }
}
