using System.Globalization;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>When people are asked: once a quarter, from the first day of its second month until it ends.</summary>
internal static class SurveyCalendar
{
    /// <summary>The share of the employed who answer, 0 to 1.</summary>
    public const double Participation = 0.7;

    /// <summary>The survey's name, for example <c>2026-Q3</c>.</summary>
    public static string Name(Quarter quarter) => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}-Q{quarter.Number}");

    public static DateOnly Opens(Quarter quarter) => quarter.FirstDay.AddMonths(1);

    /// <summary>The quarter whose survey can be answered on a day, if one is open.</summary>
    public static Quarter? OpenOn(DateOnly day)
    {
        var quarter = Quarter.Of(day);
        return Opens(quarter) <= day ? quarter : null;
    }
}
