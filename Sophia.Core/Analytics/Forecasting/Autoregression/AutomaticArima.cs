namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>Automatic ARIMA: differences by test, orders by a stepwise search for the smallest AICc (Hyndman and Khandakar 2008).</summary>
internal sealed class AutomaticArima : IForecastingModel
{
    private const int LongestSeason = 24;
    private const int HighestOrder = 4;
    private const int HighestSum = 6;

    // Older values would no longer move the coefficients, only the time that estimating them takes.
    private const int LongestHistory = 500;

    public string Name => "ARIMA";

    public IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons)
    {
        var period = seasons.Count == 1 && seasons[0] <= LongestSeason && history.Length >= (2 * seasons[0]) + 8 ? seasons[0] : 1;
        return ChooseOrder(history, period);
    }

    /// <summary>The best orders for a season of the given length; 1 for none. Null for fewer than 12 values.</summary>
    public static IChosenModel? ChooseOrder(double[] history, int period)
    {
        if (history.Length < 12)
        {
            return null;
        }

        history = Recent(history);
        var (ordinary, seasonal) = Differences.Needed(history, period);
        var simplest = new ArimaOrder(0, ordinary, 0, 0, seasonal, 0, period, HasMean: ordinary + seasonal <= 1);
        var differences = Differences.Take(history, simplest);
        if (Moments.Variance(differences) < 1e-18)
        {
            return new Chosen(ArimaFit.Estimate(simplest, differences, null), history.Length);
        }

        var side = period > 1 ? 1 : 0;
        ArimaOrder[] beginnings =
        [
            simplest,
            simplest with { Autoregressive = 2, MovingAverage = 2, SeasonalAutoregressive = side, SeasonalMovingAverage = side },
            simplest with { Autoregressive = 1, SeasonalAutoregressive = side },
            simplest with { MovingAverage = 1, SeasonalMovingAverage = side },
        ];
        var tried = new HashSet<ArimaOrder>();
        ArimaFit? best = null;
        foreach (var order in beginnings)
        {
            best = Better(best, order, differences, tried);
        }

        for (var improved = true; improved;)
        {
            var before = best;
            foreach (var order in Neighbours(best!.Order))
            {
                best = Better(best, order, differences, tried);
            }

            improved = before != best;
        }

        return new Chosen(best!, history.Length);
    }

    private static double[] Recent(double[] history) => history[^Math.Min(history.Length, LongestHistory)..];

    private static ArimaFit? Better(ArimaFit? best, ArimaOrder order, double[] differences, HashSet<ArimaOrder> tried)
    {
        if (!tried.Add(order) || 2 * order.CoefficientCount >= differences.Length)
        {
            return best;
        }

        var fit = ArimaFit.Estimate(order, differences, null);
        return best is null || fit.Criterion < best.Criterion ? fit : best;
    }

    private static IEnumerable<ArimaOrder> Neighbours(ArimaOrder order)
    {
        (int, int, int, int)[] moves =
        [
            (0, 0, 0, -1), (0, 0, 0, 1), (0, 0, -1, 0), (0, 0, 1, 0), (0, 0, -1, -1), (0, 0, 1, 1),
            (-1, 0, 0, 0), (1, 0, 0, 0), (0, -1, 0, 0), (0, 1, 0, 0), (-1, -1, 0, 0), (1, 1, 0, 0),
        ];
        foreach (var (past, shocks, seasonalPast, seasonalShocks) in moves)
        {
            var moved = order with
            {
                Autoregressive = order.Autoregressive + past,
                MovingAverage = order.MovingAverage + shocks,
                SeasonalAutoregressive = order.SeasonalAutoregressive + seasonalPast,
                SeasonalMovingAverage = order.SeasonalMovingAverage + seasonalShocks,
            };
            if (IsAllowed(moved))
            {
                yield return moved;
            }
        }

        if (order.Differences + order.SeasonalDifferences <= 1)
        {
            yield return order with { HasMean = !order.HasMean };
        }
    }

    private static bool IsAllowed(in ArimaOrder order) =>
        order.Autoregressive is >= 0 and <= HighestOrder && order.MovingAverage is >= 0 and <= HighestOrder &&
        order.SeasonalAutoregressive >= 0 && order.SeasonalMovingAverage >= 0 &&
        order.SeasonalAutoregressive <= (order.Period > 1 ? 1 : 0) && order.SeasonalMovingAverage <= (order.Period > 1 ? 1 : 0) &&
        order.Autoregressive + order.MovingAverage + order.SeasonalAutoregressive + order.SeasonalMovingAverage <= HighestSum;

    private sealed class Chosen(ArimaFit chosen, int chosenLength) : IChosenModel
    {
        public string Form => chosen.Order.ToString();

        public ForecastPath Forecast(double[] history, int horizon)
        {
            history = Recent(history);
            var fit = history.Length == chosenLength && history.Length < LongestHistory
                ? chosen
                : ArimaFit.Estimate(chosen.Order, Differences.Take(history, chosen.Order), chosen.Vector);
            return fit.Forecast(history, horizon);
        }
    }
}
