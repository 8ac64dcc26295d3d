using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Analytics.Sales.Winning;

namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>Forecasts what a calendar quarter will have brought, from a sales history.</summary>
public static class QuarterForecaster
{
    private const int MostEarlier = 8;
    private const int LeastEarlier = 3;
    private const int Runs = 5_000;

    /// <summary>The forecast of the quarter (UTC) that the history ends in; null where history is too short for a win model or three earlier quarters.</summary>
    /// <param name="history">All deals up to now.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    public static PeriodForecast? Forecast(SalesHistory history, int seed)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Courses.Count == 0 || WinModel.Train(history) is not { } winning)
        {
            return null;
        }

        var (from, before) = QuarterOf(history.AsOf);
        var began = history.Courses.Min(static course => course.Deal.CreatedAt);
        List<EarlierPeriod> earlier = [];
        for (var back = 1; back <= MostEarlier; back++)
        {
            var (start, end) = (from.AddMonths(-3 * back), before.AddMonths(-3 * back));

            // The same place is as far from the end as now, since quarters end busily.
            var moment = end - (before - history.AsOf);
            moment = moment < start ? start : moment;
            if (start >= began && WinModel.Train(history.At(start)) is { } then)
            {
                earlier.Add(Look(history, then, moment, end));
            }
        }

        return earlier.Count < LeastEarlier
            ? null
            : PeriodSimulation.Play(WonBetween(history.Courses, from, history.AsOf), Open(history, winning, before), earlier, Runs, seed);
    }

    /// <summary>The first moment of a moment's calendar quarter (UTC), and the first after it.</summary>
    public static (DateTimeOffset From, DateTimeOffset Before) QuarterOf(DateTimeOffset moment)
    {
        var day = moment.UtcDateTime;
        var from = new DateTimeOffset(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1, 0, 0, 0, TimeSpan.Zero);
        return (from, from.AddMonths(3));
    }

    private static EarlierPeriod Look(SalesHistory history, WinModel winning, DateTimeOffset moment, DateTimeOffset end)
    {
        var expected = Open(history.At(moment), winning, end)
            .Sum(static deal => deal.Amount * (decimal)(deal.WinProbability * deal.EndsInTime));
        return new(
            expected,
            WonBetween(history.Courses.Where(course => course.Deal.CreatedAt <= moment), moment, end),
            WonBetween(history.Courses.Where(course => course.Deal.CreatedAt > moment), moment, end));
    }

    private static List<OpenDeal> Open(SalesHistory history, WinModel winning, DateTimeOffset before)
    {
        var closing = ClosingModel.Learn(history);
        return
        [
            .. history.Open
                .Where(static course => course.Deal.Amount > 0)
                .Select(course => new OpenDeal(
                    course.Deal.Amount!.Value,
                    winning.Score(course, history.AsOf).Probability,
                    // Older than any deal that ever ended: nothing says that it will.
                    Math.Clamp(closing.EndsBy(course, history.AsOf, before) ?? 0, 0, 1))),
        ];
    }

    private static decimal WonBetween(IEnumerable<DealCourse> courses, DateTimeOffset after, DateTimeOffset before) =>
        courses.Where(course => course.Outcome is DealOutcome.Won && course.EndedAt >= after && course.EndedAt < before)
            .Sum(static course => course.Deal.Amount ?? 0);
}
