namespace Sophia.Core.Analytics.Forecasting.Autoregression;

/// <summary>
/// The shocks of an ARMA model, with the values before the series forecast backwards from the reversed series
/// (Box and Jenkins 1970, chapter 7). Keeps its storage between calls; not for use by several threads.
/// </summary>
internal sealed class Backcast
{
    private readonly int _count;
    private readonly int _before;
    private readonly int _padding;
    private readonly double[] _values;
    private readonly double[] _shocks;
    private readonly double[] _reversedValues;
    private readonly double[] _reversedShocks;

    public Backcast(in ArimaOrder order, int count)
    {
        _count = count;
        _padding = order.LongestLag;
        _before = Math.Min(2 * _padding, count);
        // Zeros in front stand for what is not known, so that no recursion has to look for its bounds.
        var size = _padding + _before + count;
        _values = new double[size];
        _shocks = new double[size];
        _reversedValues = new double[size];
        _reversedShocks = new double[size];
    }

    /// <summary>The sum of squared shocks, those before the series included.</summary>
    public double SumOfSquares(double[] differences, in ArimaCoefficients coefficients)
    {
        var (past, shocks) = (coefficients.Past, coefficients.Shocks);
        for (var step = 0; step < _count; step++)
        {
            _reversedValues[_padding + step] = differences[_count - 1 - step] - coefficients.Mean;
        }

        FindShocks(coefficients, _reversedValues, _reversedShocks, _count);
        for (var index = _padding + _count; index < _values.Length; index++)
        {
            _reversedValues[index] = past.Apply(_reversedValues, index) + shocks.Apply(_reversedShocks, index);
        }

        var known = _reversedValues.AsSpan(_padding);
        known.CopyTo(_values.AsSpan(_padding));
        _values.AsSpan(_padding).Reverse();
        FindShocks(coefficients, _values, _shocks, known.Length);
        double sum = 0;
        foreach (var shock in _shocks.AsSpan(_padding))
        {
            sum += shock * shock;
        }

        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    // The past's part first, lag by lag: it waits for nothing, so that several steps are taken at once.
    private void FindShocks(in ArimaCoefficients coefficients, double[] values, double[] shocks, int count)
    {
        values.AsSpan(_padding, count).CopyTo(shocks.AsSpan(_padding));
        coefficients.Past.Subtract(values.AsSpan(0, _padding + count), shocks.AsSpan(_padding, count));
        if (coefficients.Shocks.Lags.Length > 0)
        {
            coefficients.Shocks.SubtractInTurn(shocks.AsSpan(0, _padding + count), _padding);
        }
    }

    /// <summary>The expected values after the series last given to <see cref="SumOfSquares"/>, without the mean.</summary>
    public double[] Continue(in ArimaCoefficients coefficients, int horizon)
    {
        var values = new double[_values.Length + horizon];
        var shocks = new double[_values.Length + horizon];
        _values.CopyTo(values, 0);
        _shocks.CopyTo(shocks, 0);
        for (var index = _values.Length; index < values.Length; index++)
        {
            values[index] = coefficients.Past.Apply(values, index) + coefficients.Shocks.Apply(shocks, index);
        }

        return values[_values.Length..];
    }
}
