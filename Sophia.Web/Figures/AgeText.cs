namespace Sophia.Web.Figures;

/// <summary>Writes moments and how long ago they were.</summary>
internal static class AgeText
{
    /// <summary>14:32:05 UTC, with the day where it is not today.</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now)
    {
        var utc = moment.UtcDateTime;
        var format = utc.Date == now.UtcDateTime.Date ? "HH:mm:ss" : "d MMM yyyy, HH:mm:ss";
        return utc.ToString(format, FigureText.Culture) + " UTC";
    }

    /// <summary>A form that programs read.</summary>
    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", FigureText.Culture);

    /// <summary>5 seconds, 12 minutes, 3 hours, 2 days.</summary>
    public static string Age(TimeSpan age) => age switch
    {
        { TotalSeconds: < 5 } => "a moment",
        // Steps of five, so that a text on the screen changes seldom.
        { TotalSeconds: < 60 } => FormattableString.Invariant($"{(int)age.TotalSeconds / 5 * 5} seconds"),
        { TotalMinutes: < 60 } => Count((int)age.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)age.TotalHours, "hour"),
        _ => Count((int)age.TotalDays, "day"),
    };

    private static string Count(int number, string unit) =>
        FormattableString.Invariant($"{number} {unit}{(number == 1 ? string.Empty : "s")}");
}
