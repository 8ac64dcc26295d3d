namespace Sophia.Core.Analytics.Forecasting.Calendar;

/// <summary>The dates of a daily series and the days that stand out in it.</summary>
/// <param name="First">The date of the first value.</param>
/// <param name="Holidays">Days with a name, such as Easter Sunday, in the past of the series and in the horizon.</param>
public sealed record CalendarDays(DateOnly First, IReadOnlyDictionary<DateOnly, string> Holidays)
{
    /// <summary>The name of the day at an index of the series; null for an ordinary day.</summary>
    internal string? NameAt(int index) => Holidays.GetValueOrDefault(First.AddDays(index));
}
