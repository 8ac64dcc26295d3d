using System.Globalization;
using Microsoft.Extensions.Localization;

namespace Sophia.Web.Figures;

/// <summary>Writes moments and how long ago they were.</summary>
internal static class AgeText
{
    /// <summary>14:32:05 UTC, with the day where it is not today.</summary>
    public static string Moment(IStringLocalizer text, DateTimeOffset moment, DateTimeOffset now)
    {
        var utc = moment.UtcDateTime;
        var time = utc.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
        return utc.Date == now.UtcDateTime.Date ? time : PeriodText.Day(text, DateOnly.FromDateTime(utc)) + ", " + time;
    }

    /// <summary>A form that programs read.</summary>
    public static string Machine(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>5 seconds, 12 minutes, 3 hours, 2 days; in German as they stand after "vor" and "seit".</summary>
    public static string Age(IStringLocalizer text, TimeSpan age) => age switch
    {
        { TotalSeconds: < 5 } => text["age.moment"],
        // Steps of five, so that a text on the screen changes seldom.
        { TotalSeconds: < 60 } => text["age.seconds", (int)age.TotalSeconds / 5 * 5],
        { TotalMinutes: < 60 } => Count(text, (int)age.TotalMinutes, "age.minute", "age.minutes"),
        { TotalHours: < 48 } => Count(text, (int)age.TotalHours, "age.hour", "age.hours"),
        _ => Count(text, (int)age.TotalDays, "age.day", "age.days"),
    };

    private static string Count(IStringLocalizer text, int number, string one, string many) => text[number == 1 ? one : many, number];
}
