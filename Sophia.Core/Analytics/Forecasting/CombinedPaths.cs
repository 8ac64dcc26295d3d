namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Weighted means of several models' paths, and the weights that rolling-origin errors give them.</summary>
internal static class CombinedPaths
{
    // A model this many times worse than the best would only add its error.
    private const double Hopeless = 1.5;

    /// <summary>Weights by the inverse square of each model's error; models far behind the best get none.</summary>
    public static double[] Weights(ReadOnlySpan<double> errors)
    {
        var best = double.PositiveInfinity;
        foreach (var error in errors)
        {
            best = Math.Min(best, error);
        }

        // Series that a model foretells without error would divide by zero.
        best += 1e-12;
        var weights = new double[errors.Length];
        double sum = 0;
        for (var model = 0; model < errors.Length; model++)
        {
            var ratio = (errors[model] + 1e-12) / best;
            weights[model] = ratio <= Hopeless ? 1 / (ratio * ratio) : 0;
            sum += weights[model];
        }

        for (var model = 0; model < weights.Length; model++)
        {
            weights[model] /= sum;
        }

        return weights;
    }

    /// <summary>The weighted mean of the paths and of their deviations.</summary>
    public static ForecastPath Combine(IReadOnlyList<ForecastPath> paths, double[] weights)
    {
        var horizon = paths[0].Mean.Length;
        var mean = new double[horizon];
        var deviation = new double[horizon];
        for (var model = 0; model < weights.Length; model++)
        {
            for (var step = 0; step < horizon; step++)
            {
                mean[step] += weights[model] * paths[model].Mean[step];
                deviation[step] += weights[model] * paths[model].Deviation[step];
            }
        }

        return new ForecastPath(mean, deviation);
    }
}
