namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>An ARIMA model with coefficients by unconditional least squares: the time before the series is forecast backwards.</summary>
internal sealed record ArimaFit
{
    // In the unit of the criterion, which tells orders apart by whole units: less is not worth another step of the search.
    private const double SmallestGain = 0.01;

    public required ArimaOrder Order { get; init; }

    public required ArimaCoefficients Coefficients { get; init; }

    public required double[] Vector { get; init; }

    public required double SumOfSquares { get; init; }

    public required int Count { get; init; }

    /// <summary>Akaike's criterion for small samples; comparable between fits of the same differences only.</summary>
    public double Criterion
    {
        get
        {
            var parameters = Order.CoefficientCount + 1;
            return parameters + 1 >= Count
                ? double.PositiveInfinity
                : (Count * Math.Log(Math.Max(SumOfSquares, 1e-300) / Count)) + (2.0 * parameters) +
                    (2.0 * parameters * (parameters + 1) / (Count - parameters - 1));
        }
    }

    /// <summary>Estimates the coefficients.</summary>
    /// <param name="order">The model.</param>
    /// <param name="differences">The history with the model's differences taken.</param>
    /// <param name="start">Where a search on a similar history ended; null to begin from nothing.</param>
    public static ArimaFit Estimate(in ArimaOrder order, double[] differences, double[]? start)
    {
        var dimension = order.CoefficientCount;
        var vector = new double[dimension];
        var steps = new double[dimension];
        Array.Fill(steps, start is null ? 0.4 : 0.1);
        if (order.HasMean)
        {
            vector[^1] = Moments.Mean(differences);
            steps[^1] = Math.Sqrt(Moments.Variance(differences) / differences.Length) + 1e-9;
        }

        start?.CopyTo(vector, 0);
        var shape = order;
        var backcast = new Backcast(order, differences.Length);
        NelderMead.Minimise(
            point => Math.Log(Math.Max(backcast.SumOfSquares(differences, ArimaCoefficients.FromVector(shape, point)), 1e-300)),
            vector, steps, 20 + (50 * dimension), SmallestGain / differences.Length);
        var coefficients = ArimaCoefficients.FromVector(order, vector);
        return new ArimaFit
        {
            Order = order,
            Coefficients = coefficients,
            Vector = vector,
            SumOfSquares = backcast.SumOfSquares(differences, coefficients),
            Count = differences.Length,
        };
    }

    /// <summary>The expected path after the end of the undifferenced history.</summary>
    public ForecastPath Forecast(double[] history, int horizon)
    {
        var differences = Differences.Take(history, Order);
        var backcast = new Backcast(Order, differences.Length);
        backcast.SumOfSquares(differences, Coefficients);
        var ahead = backcast.Continue(Coefficients, horizon);
        var undo = new LagPolynomial([], []).WithDifferences(Order.Differences, Order.SeasonalDifferences, Order.Period);
        var values = new double[history.Length + horizon];
        history.CopyTo(values, 0);
        for (var step = 0; step < horizon; step++)
        {
            values[history.Length + step] = ahead[step] + Coefficients.Mean + undo.Apply(values, history.Length + step);
        }

        var variance = SumOfSquares / Math.Max(1, Count - Order.CoefficientCount);
        return new ForecastPath(values[history.Length..], FindDeviations(horizon, variance));
    }

    private double[] FindDeviations(int horizon, double variance)
    {
        var past = Coefficients.Past.WithDifferences(Order.Differences, Order.SeasonalDifferences, Order.Period);
        var offset = past.Longest;
        var responses = new double[offset + horizon];
        var deviations = new double[horizon];
        double sum = 0;
        for (var step = 0; step < horizon; step++)
        {
            var response = step == 0 ? 1 : past.Apply(responses, offset + step);
            var term = Array.IndexOf(Coefficients.Shocks.Lags, step);
            responses[offset + step] = response + (term >= 0 ? Coefficients.Shocks.Weights[term] : 0);
            sum += responses[offset + step] * responses[offset + step];
            deviations[step] = Math.Sqrt(variance * sum);
        }

        return deviations;
    }
}
