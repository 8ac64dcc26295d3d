using System.Collections.Concurrent;
using System.Globalization;
using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Calendar;

namespace Sophia.Benchmarks.Forecasting;

/// <summary>Forecasts many series on two threads.</summary>
internal static class SeriesForecasts
{
    /// <summary>The outcomes, in the order of the series.</summary>
    public static ForecastOutcome[] Of(IReadOnlyList<SeriesLine> series, CancellationToken cancellationToken)
    {
        var outcomes = new ForecastOutcome[series.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellationToken };
        // The longest first, one at a time, so that the threads end together.
        int[] order = [.. Enumerable.Range(0, series.Count).OrderByDescending(index => series[index].Train.Length)];
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), options,
            index => outcomes[index] = Forecaster.Forecast(RequestOf(series[index])));
        return outcomes;
    }

    // A weekly season under a full date makes the values daily.
    private static CalendarDays? CalendarOf(SeriesLine line) =>
        line.Season == 7 && DateOnly.TryParseExact(line.Start, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new CalendarDays(first, PublicHolidays.Between(first, first.AddDays(line.Train.Length + line.Horizon)))
            : null;

    private static ForecastRequest RequestOf(SeriesLine line)
    {
        var history = line.History;
        return new ForecastRequest
        {
            Values = history,
            Horizon = line.Horizon,
            Seasons = line.Season > 1 ? [line.Season] : [],
            // What was never below zero is taken for a quantity, which cannot be.
            Calendar = CalendarOf(line),
            Floor = history.All(value => !(value < 0)) ? 0 : null,
        };
    }
}
