namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A straight line by least squares.</summary>
internal static class Line
{
    /// <summary>The value at index 0 and the change a step.</summary>
    public static (double Intercept, double Slope) Through(ReadOnlySpan<double> values)
    {
        var middle = (values.Length - 1) / 2.0;
        double mean = 0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        double products = 0;
        double squares = 0;
        for (var step = 0; step < values.Length; step++)
        {
            products += (step - middle) * (values[step] - mean);
            squares += (step - middle) * (step - middle);
        }

        var slope = squares > 0 ? products / squares : 0;
        return (mean - (slope * middle), slope);
    }
}
