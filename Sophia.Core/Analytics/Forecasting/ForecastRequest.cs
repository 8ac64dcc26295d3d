using Sophia.Core.Analytics.Forecasting.Calendar;

namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A series and how far ahead to look.</summary>
public sealed record ForecastRequest
{
    /// <summary>Equally spaced values, oldest first, in any unit; <see cref="double.NaN"/> is a missing observation.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>How many steps to forecast after the last value; 1 or more.</summary>
    public required int Horizon { get; init; }

    /// <summary>
    /// The periods in which the series may repeat itself, in steps (12 for months, 7 for days, 24 and 168 for hours). Empty to look
    /// for calendar periods in the values.
    /// </summary>
    public IReadOnlyList<int> Seasons { get; init; } = [];

    /// <summary>The share of outcomes that the interval shall hold; above 0.5 and below 1.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>A value that the quantity cannot fall below, such as 0 for sales; null if there is none.</summary>
    public double? Floor { get; init; }

    /// <summary>Days on which the series behaves unlike itself; only for daily values with known dates.</summary>
    public CalendarDays? Calendar { get; init; }
}
