namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Weighted means of several models' paths, and the weights that rolling-origin errors give them.</summary>
internal static class CombinedPaths
{
    /// <summary>Weights by the inverse of a power of each model's error; models far behind the best get none.</summary>
    public static double[] Weights(ReadOnlySpan<double> errors)
    {
        var best = double.PositiveInfinity;
        foreach (var error in errors)
        {
            best = Math.Min(best, error);
        }

        var weights = new double[errors.Length];
        double sum = 0;
        for (var model = 0; model < errors.Length; model++)
        {
            weights[model] = errors[model] <= ForecastTuning.Cutoff * best + 1e-12 ? Math.Pow((errors[model] + 1e-12) / (best + 1e-12), -ForecastTuning.Power) : 0;
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
