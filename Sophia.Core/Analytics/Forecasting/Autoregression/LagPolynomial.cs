namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>The non-zero terms of a polynomial in the lag operator, as weights of the past.</summary>
/// <param name="Lags">Ascending, from 1.</param>
/// <param name="Weights">The weight of each lag.</param>
internal readonly record struct LagPolynomial(int[] Lags, double[] Weights)
{
    /// <summary>The largest lag; 0 for none.</summary>
    public int Longest => Lags.Length > 0 ? Lags[^1] : 0;

    /// <summary>Weights of the past under (1 - f(B)) (1 - s(B^period)), with f and s given by their weights.</summary>
    public static LagPolynomial Product(ReadOnlySpan<double> factor, ReadOnlySpan<double> seasonal, int period)
    {
        var dense = new double[factor.Length + (seasonal.Length * period) + 1];
        dense[0] = -1;
        for (var lag = 1; lag <= factor.Length; lag++)
        {
            dense[lag] += factor[lag - 1];
        }

        for (var season = 1; season <= seasonal.Length; season++)
        {
            dense[season * period] += seasonal[season - 1];
            for (var lag = 1; lag <= factor.Length; lag++)
            {
                dense[(season * period) + lag] -= seasonal[season - 1] * factor[lag - 1];
            }
        }

        return OfDense(dense);
    }

    /// <summary>Weights of the past under the product of this polynomial and the differences.</summary>
    public LagPolynomial WithDifferences(int differences, int seasonalDifferences, int period)
    {
        double[] dense = new double[Longest + 1];
        dense[0] = -1;
        for (var term = 0; term < Lags.Length; term++)
        {
            dense[Lags[term]] = Weights[term];
        }

        for (var count = 0; count < differences; count++)
        {
            dense = TimesDifference(dense, 1);
        }

        for (var count = 0; count < seasonalDifferences; count++)
        {
            dense = TimesDifference(dense, period);
        }

        return OfDense(dense);
    }

    /// <summary>The weighted sum of what lies before <paramref name="index"/>, which is at least <see cref="Longest"/>.</summary>
    public double Apply(double[] values, int index)
    {
        double sum = 0;
        var lags = Lags;
        var weights = Weights;
        for (var term = 0; term < lags.Length; term++)
        {
            sum += weights[term] * values[index - lags[term]];
        }

        return sum;
    }

    private static double[] TimesDifference(double[] dense, int lag)
    {
        var product = new double[dense.Length + lag];
        for (var index = 0; index < dense.Length; index++)
        {
            product[index] += dense[index];
            product[index + lag] -= dense[index];
        }

        return product;
    }

    private static LagPolynomial OfDense(double[] dense)
    {
        int[] lags = [.. Enumerable.Range(1, dense.Length - 1).Where(lag => dense[lag] != 0)];
        return new LagPolynomial(lags, [.. lags.Select(lag => dense[lag])]);
    }
}
