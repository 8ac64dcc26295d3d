namespace Sophia.Core.Analytics.Forecasting.Hierarchies;

/// <summary>Solves symmetric positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>The x with matrix · x = right; both arguments are overwritten.</summary>
    public static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            for (var row = column; row < size; row++)
            {
                var sum = matrix[row, column];
                for (var before = 0; before < column; before++)
                {
                    sum -= matrix[row, before] * matrix[column, before];
                }

                matrix[row, column] = row == column ? Math.Sqrt(sum) : sum / matrix[column, column];
            }
        }

        for (var row = 0; row < size; row++)
        {
            for (var before = 0; before < row; before++)
            {
                right[row] -= matrix[row, before] * right[before];
            }

            right[row] /= matrix[row, row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var after = row + 1; after < size; after++)
            {
                right[row] -= matrix[after, row] * right[after];
            }

            right[row] /= matrix[row, row];
        }

        return right;
    }
}
