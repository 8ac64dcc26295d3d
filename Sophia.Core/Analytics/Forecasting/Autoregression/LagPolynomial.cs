using System.Numerics;

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
        // A search asks for some thousand of these, with a period of at most 24: their storage is the stack.
        Span<double> dense = stackalloc double[factor.Length + (seasonal.Length * period) + 1];
        dense.Clear();
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
        var dense = new double[Longest + 1];
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

    /// <summary>Takes from each step what its past foretells; <paramref name="values"/> begin that much earlier and end with <paramref name="rest"/>.</summary>
    public void Subtract(ReadOnlySpan<double> values, Span<double> rest)
    {
        for (var term = 0; term < Lags.Length; term++)
        {
            var before = values.Slice(values.Length - rest.Length - Lags[term], rest.Length);
            var weight = Weights[term];
            var step = 0;
            for (; step <= rest.Length - Vector<double>.Count; step += Vector<double>.Count)
            {
                var left = new Vector<double>(rest[step..]) - (weight * new Vector<double>(before[step..]));
                left.CopyTo(rest[step..]);
            }

            for (; step < rest.Length; step++)
            {
                rest[step] -= weight * before[step];
            }
        }
    }

    /// <summary>Takes from each step in turn what the steps before it, so treated, foretell; all before the first is zero.</summary>
    /// <param name="values">Begins at least <see cref="Longest"/> before the first step.</param>
    /// <param name="first">The first step.</param>
    public void SubtractInTurn(Span<double> values, int first)
    {
        // Each step waits for the one before. The nearest four are kept at hand, and the very nearest comes last.
        Span<double> near = stackalloc double[4];
        near.Clear();
        var nearTerms = 0;
        for (; nearTerms < Lags.Length && Lags[nearTerms] <= near.Length; nearTerms++)
        {
            near[Lags[nearTerms] - 1] = -Weights[nearTerms];
        }

        ReadOnlySpan<int> lags = Lags.AsSpan(nearTerms);
        ReadOnlySpan<double> weights = Weights.AsSpan(nearTerms);
        var (weight1, weight2, weight3, weight4) = (near[0], near[1], near[2], near[3]);
        double before1 = 0, before2 = 0, before3 = 0, before4 = 0;
        for (var step = first; step < values.Length; step++)
        {
            var rest = values[step];
            for (var term = 0; term < lags.Length; term++)
            {
                rest -= weights[term] * values[step - lags[term]];
            }

            rest = Math.FusedMultiplyAdd(weight4, before4, rest);
            rest = Math.FusedMultiplyAdd(weight3, before3, rest);
            rest = Math.FusedMultiplyAdd(weight2, before2, rest);
            rest = Math.FusedMultiplyAdd(weight1, before1, rest);
            values[step] = rest;
            (before4, before3, before2, before1) = (before3, before2, before1, rest);
        }
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

    private static LagPolynomial OfDense(ReadOnlySpan<double> dense)
    {
        var terms = dense.Length - 1 - dense[1..].Count(0);
        var (lags, weights) = (new int[terms], new double[terms]);
        var term = 0;
        for (var lag = 1; lag < dense.Length; lag++)
        {
            if (dense[lag] != 0)
            {
                (lags[term], weights[term]) = (lag, dense[lag]);
                term++;
            }
        }

        return new LagPolynomial(lags, weights);
    }
}
