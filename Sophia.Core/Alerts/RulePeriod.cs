using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Alerts;

/// <summary>Over which days a rule's value is taken; each ends today.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RulePeriod>))]
public enum RulePeriod
{
    /// <summary>Today so far.</summary>
    Today,

    /// <summary>The last 7 days with today.</summary>
    Last7Days,

    /// <summary>The last 30 days with today.</summary>
    Last30Days,

    /// <summary>From the first of the month.</summary>
    MonthToDate,

    /// <summary>From the first of the quarter.</summary>
    QuarterToDate,

    /// <summary>From the first of the year.</summary>
    YearToDate,

    /// <summary>This month and the eleven before: what the dashboard shows where nothing else is asked for.</summary>
    Last12Months,
}
