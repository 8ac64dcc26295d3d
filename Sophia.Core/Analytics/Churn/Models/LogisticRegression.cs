namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>Logistic regression with a ridge penalty: the baseline, and the fallback for small tables.</summary>
/// <param name="Intercept">The log-odds of a row of zeros.</param>
/// <param name="Weights">Log-odds for each linear column.</param>
/// <param name="Means">The mean of each linear column in training, against which contributions are counted.</param>
public sealed record LogisticRegression(double Intercept, IReadOnlyList<double> Weights, IReadOnlyList<double> Means)
{
    private const double Penalty = 1;
    private const int MostSteps = 30;

    internal double LogOdds(double[] columns)
    {
        var sum = Intercept;
        for (var column = 0; column < columns.Length; column++)
        {
            sum += Weights[column] * columns[column];
        }

        return sum;
    }

    /// <summary>Newton's method, which for this loss is iteratively reweighted least squares.</summary>
    internal static LogisticRegression Fit(double[][] rows, bool[] left, IReadOnlyList<int> used)
    {
        var size = rows.Length == 0 ? 1 : rows[0].Length + 1;
        var weights = new double[size];
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = new double[size];
            var curvature = new double[size, size];
            for (var index = 1; index < size; index++)
            {
                gradient[index] = Penalty * weights[index];
                curvature[index, index] = Penalty;
            }

            foreach (var row in used)
            {
                Accumulate(rows[row], left[row], weights, gradient, curvature);
            }

            var move = Solve(curvature, gradient);
            for (var index = 0; index < size; index++)
            {
                weights[index] -= move[index];
            }

            if (move.Max(Math.Abs) < 1e-8)
            {
                break;
            }
        }

        var means = Enumerable.Range(0, size - 1).Select(column => used.Average(row => rows[row][column]));
        return new(weights[0], weights[1..], [.. means]);
    }

    private static void Accumulate(double[] row, bool left, double[] weights, double[] gradient, double[,] curvature)
    {
        // Most columns are zeros of categories; the others are few.
        Span<int> present = stackalloc int[row.Length + 1];
        var count = 1;
        var logOdds = weights[0];
        for (var column = 0; column < row.Length; column++)
        {
            if (row[column] != 0)
            {
                present[count++] = column + 1;
                logOdds += weights[column + 1] * row[column];
            }
        }

        var probability = Logistic.Probability(logOdds);
        var error = probability - (left ? 1 : 0);
        var weight = Math.Max(probability * (1 - probability), 1e-9);
        for (var first = 0; first < count; first++)
        {
            var value = present[first] == 0 ? 1 : row[present[first] - 1];
            gradient[present[first]] += error * value;
            for (var second = 0; second <= first; second++)
            {
                curvature[present[first], present[second]] += weight * value * (present[second] == 0 ? 1 : row[present[second] - 1]);
            }
        }
    }

    /// <summary>Cholesky's decomposition; reads the lower triangle only, which it overwrites.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var solution = (double[])right.Clone();
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var sum = matrix[row, column];
                for (var inner = 0; inner < column; inner++)
                {
                    sum -= matrix[row, inner] * matrix[column, inner];
                }

                matrix[row, column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / matrix[column, column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var inner = 0; inner < row; inner++)
            {
                solution[row] -= matrix[row, inner] * solution[inner];
            }

            solution[row] /= matrix[row, row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var inner = row + 1; inner < size; inner++)
            {
                solution[row] -= matrix[inner, row] * solution[inner];
            }

            solution[row] /= matrix[row, row];
        }

        return solution;
    }
}
