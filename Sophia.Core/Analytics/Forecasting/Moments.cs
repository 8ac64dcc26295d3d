namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Mean, variance, autocorrelation and quantiles.</summary>
internal static class Moments
{
    /// <summary>The mean; NaN for none.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double mean = 0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        return values.Length > 0 ? mean : double.NaN;
    }

    /// <summary>The mean squared deviation from the mean.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        double sum = 0;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return values.Length > 0 ? sum / values.Length : double.NaN;
    }

    /// <summary>The correlation of a series with itself some steps before; 0 for a constant one.</summary>
    public static double Autocorrelation(ReadOnlySpan<double> values, int lag)
    {
        var mean = Mean(values);
        double products = 0;
        double squares = 0;
        for (var step = 0; step < values.Length; step++)
        {
            squares += (values[step] - mean) * (values[step] - mean);
            if (step >= lag)
            {
                products += (values[step] - mean) * (values[step - lag] - mean);
            }
        }

        return squares > 0 ? products / squares : 0;
    }
}
