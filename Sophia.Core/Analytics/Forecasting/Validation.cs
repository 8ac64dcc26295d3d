namespace Sophia.Core.Analytics.Forecasting;

/// <summary>The candidates' errors at earlier points, and what follows from them.</summary>
internal sealed class Validation(double[] history, int[] origins, IReadOnlyList<Candidate> candidates)
{
    /// <summary>The candidates' weights from all points but one; -1 to leave out none.</summary>
    public double[] Weights(int leaveOut)
    {
        var errors = new double[candidates.Count];
        for (var model = 0; model < errors.Length; model++)
        {
            errors[model] = MeanAbsoluteError(candidates[model].Earlier, leaveOut);
        }

        return CombinedPaths.Weights(errors);
    }

    /// <summary>Half the interval's width in units of the combined deviation.</summary>
    public double WidthFactor(double level, int leaveOut)
    {
        var normal = 1.96; _ = level;
        double sum = 0;
        var count = 0;
        for (var origin = 0; origin < origins.Length; origin++)
        {
            if (origin == leaveOut)
            {
                continue;
            }

            var path = Combined(origin);
            for (var step = 0; step < path.Mean.Length; step++)
            {
                var error = history[origins[origin] + step] - path.Mean[step];
                sum += Math.Abs(error) / (path.Deviation[step] + 1e-9);
                count++;
            }
        }

        if (count == 0)
        {
            return normal;
        }

        // The mean absolute value of a standard normal variable is sqrt(2 / pi).
        var ratio = sum / count / Math.Sqrt(2 / Math.PI);
        var trust = count / (count + ForecastTuning.Prior);
        return normal * ForecastTuning.Widen * Math.Pow(ratio, trust);
    }

    /// <summary>The combination as it would have been forecast at one point, with weights from the other points.</summary>
    public ForecastPath Combined(int origin) => CombinedPaths.Combine(
        [.. candidates.Select(candidate => candidate.Earlier[origin])], Weights(origins.Length > 1 ? origin : -1));

    public double MeanAbsoluteError(IReadOnlyList<ForecastPath> paths, int leaveOut)
    {
        double sum = 0;
        var count = 0;
        for (var origin = 0; origin < origins.Length; origin++)
        {
            if (origin == leaveOut)
            {
                continue;
            }

            for (var step = 0; step < paths[origin].Mean.Length; step++)
            {
                sum += Math.Abs(history[origins[origin] + step] - paths[origin].Mean[step]);
                count++;
            }
        }

        return count > 0 ? sum / count : 1;
    }
}
