using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>The days of periods.</summary>
public static class RulePeriods
{
    /// <summary>The days of <paramref name="period"/> on the UTC day <paramref name="today"/>.</summary>
    public static DateRange Days(this RulePeriod period, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return new(
            period switch
            {
                RulePeriod.Today => today,
                RulePeriod.Last7Days => today.AddDays(-6),
                RulePeriod.Last30Days => today.AddDays(-29),
                RulePeriod.MonthToDate => month,
                RulePeriod.QuarterToDate => month.AddMonths(-((today.Month - 1) % 3)),
                RulePeriod.YearToDate => new DateOnly(today.Year, 1, 1),
                RulePeriod.Last12Months => month.AddMonths(-11),
            },
            today);
    }
}
