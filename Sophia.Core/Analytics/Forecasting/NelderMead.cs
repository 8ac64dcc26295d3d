namespace Sophia.Core.Analytics.Forecasting;

/// <summary>The downhill simplex method (Nelder and Mead 1965) with the dimension-dependent coefficients of Gao and Han (2012).</summary>
internal static class NelderMead
{
    /// <summary>Minimises <paramref name="objective"/>; values that are not allowed answer positive infinity.</summary>
    /// <param name="objective">The function; called with a span of the simplex's own storage, which it must not keep.</param>
    /// <param name="start">The first corner; overwritten with the best point found.</param>
    /// <param name="steps">The length of the first simplex along each axis.</param>
    /// <param name="maximumEvaluations">Bound on calls of the objective.</param>
    /// <param name="tolerance">Ends when the corners' values differ by less than this.</param>
    /// <returns>The smallest value found.</returns>
    public static double Minimise(
        Func<double[], double> objective, double[] start, ReadOnlySpan<double> steps, int maximumEvaluations, double tolerance)
    {
        var dimension = start.Length;
        if (dimension == 0)
        {
            return objective(start);
        }

        var expansion = 1 + (2.0 / dimension);
        var contraction = 0.75 - (1 / (2.0 * dimension));
        var shrinkage = dimension == 1 ? 0.5 : 1 - (1.0 / dimension);
        if (dimension == 1)
        {
            (expansion, contraction) = (2, 0.5);
        }

        var corners = new double[dimension + 1][];
        var values = new double[dimension + 1];
        for (var corner = 0; corner <= dimension; corner++)
        {
            corners[corner] = (double[])start.Clone();
            if (corner > 0)
            {
                corners[corner][corner - 1] += steps[corner - 1];
            }

            values[corner] = objective(corners[corner]);
        }

        var evaluations = dimension + 1;
        var centre = new double[dimension];
        var reflected = new double[dimension];
        var tried = new double[dimension];
        while (evaluations < maximumEvaluations)
        {
            Array.Sort(values, corners);
            if (values[dimension] - values[0] < tolerance)
            {
                break;
            }

            FindCentre(corners, centre);
            var worst = corners[dimension];
            var reflectedValue = Try(objective, centre, worst, -1, reflected);
            evaluations++;
            if (reflectedValue < values[0])
            {
                var expandedValue = Try(objective, centre, worst, -expansion, tried);
                evaluations++;
                Replace(corners, values, expandedValue < reflectedValue ? tried : reflected, Math.Min(expandedValue, reflectedValue));
                continue;
            }

            if (reflectedValue < values[dimension - 1])
            {
                Replace(corners, values, reflected, reflectedValue);
                continue;
            }

            var outside = reflectedValue < values[dimension];
            var contractedValue = Try(objective, centre, worst, outside ? -contraction : contraction, tried);
            evaluations++;
            if (contractedValue < (outside ? reflectedValue : values[dimension]))
            {
                Replace(corners, values, tried, contractedValue);
                continue;
            }

            for (var corner = 1; corner <= dimension; corner++)
            {
                for (var axis = 0; axis < dimension; axis++)
                {
                    corners[corner][axis] = corners[0][axis] + (shrinkage * (corners[corner][axis] - corners[0][axis]));
                }

                values[corner] = objective(corners[corner]);
            }

            evaluations += dimension;
        }

        Array.Sort(values, corners);
        corners[0].CopyTo(start, 0);
        return values[0];
    }

    private static void FindCentre(double[][] corners, double[] centre)
    {
        Array.Clear(centre);
        for (var corner = 0; corner < centre.Length; corner++)
        {
            for (var axis = 0; axis < centre.Length; axis++)
            {
                centre[axis] += corners[corner][axis] / centre.Length;
            }
        }
    }

    private static double Try(Func<double[], double> objective, double[] centre, double[] worst, double factor, double[] point)
    {
        for (var axis = 0; axis < centre.Length; axis++)
        {
            point[axis] = centre[axis] + (factor * (worst[axis] - centre[axis]));
        }

        return objective(point);
    }

    private static void Replace(double[][] corners, double[] values, double[] point, double value)
    {
        point.CopyTo(corners[^1], 0);
        values[^1] = value;
    }
}
