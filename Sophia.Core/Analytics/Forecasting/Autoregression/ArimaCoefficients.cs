namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>The coefficients of one model, stationary and invertible by construction.</summary>
internal readonly record struct ArimaCoefficients(LagPolynomial Past, LagPolynomial Shocks, double Mean)
{
    // Roots may not come nearer to the unit circle: differences are for that.
    private const double LargestPartial = 0.985;

    /// <summary>
    /// Reads the search's unbounded vector: hyperbolic tangents of it are partial autocorrelations, which the recursion of
    /// Durbin and Levinson turns into coefficients (Monahan 1984).
    /// </summary>
    public static ArimaCoefficients FromVector(in ArimaOrder order, ReadOnlySpan<double> vector)
    {
        var taken = 0;
        var past = Stable(vector.Slice(taken, order.Autoregressive));
        taken += order.Autoregressive;
        var shocks = Stable(vector.Slice(taken, order.MovingAverage));
        taken += order.MovingAverage;
        var seasonalPast = Stable(vector.Slice(taken, order.SeasonalAutoregressive));
        taken += order.SeasonalAutoregressive;
        var seasonalShocks = Stable(vector.Slice(taken, order.SeasonalMovingAverage));
        return new ArimaCoefficients(
            LagPolynomial.Product(past, seasonalPast, order.Period),
            Negated(LagPolynomial.Product(shocks, seasonalShocks, order.Period)),
            order.HasMean ? vector[^1] : 0);
    }

    private static LagPolynomial Negated(LagPolynomial polynomial)
    {
        foreach (ref var weight in polynomial.Weights.AsSpan())
        {
            weight = -weight;
        }

        return polynomial;
    }

    private static double[] Stable(ReadOnlySpan<double> unbounded)
    {
        var weights = new double[unbounded.Length];
        var previous = new double[unbounded.Length];
        for (var order = 0; order < unbounded.Length; order++)
        {
            var partial = LargestPartial * Math.Tanh(unbounded[order]);
            weights.CopyTo(previous, 0);
            weights[order] = partial;
            for (var lag = 0; lag < order; lag++)
            {
                weights[lag] = previous[lag] - (partial * previous[order - 1 - lag]);
            }
        }

        return weights;
    }
}
