namespace Sophia.Core.Analytics.Forecasting;

/// <summary>Quantiles of the bell curve and its relative.</summary>
internal static class Quantiles
{
    /// <summary>Of the standard normal distribution, by bisection on the distribution function.</summary>
    /// <param name="probability">Above 0 and below 1.</param>
    public static double Normal(double probability)
    {
        var (low, high) = (-40.0, 40.0);
        for (var round = 0; round < 80; round++)
        {
            var middle = (low + high) / 2;
            (low, high) = NormalShare(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>Of Student's t with ten or more degrees of freedom (Abramowitz and Stegun 1964, 26.7.5).</summary>
    public static double Student(double probability, double degreesOfFreedom)
    {
        var normal = Normal(probability);
        var square = normal * normal;
        return normal * (1 + ((square + 1) / (4 * degreesOfFreedom)) +
            (((5 * square * square) + (16 * square) + 3) / (96 * degreesOfFreedom * degreesOfFreedom)));
    }

    // The series of the error function near the middle and its continued fraction in the tails (Abramowitz and Stegun 1964, 26.2.10, 26.2.14).
    private static double NormalShare(double value)
    {
        var density = Math.Exp(-value * value / 2) / Math.Sqrt(2 * Math.PI);
        var distance = Math.Abs(value);
        if (distance < 3)
        {
            var term = distance;
            var sum = distance;
            for (var index = 1; index < 60; index++)
            {
                term *= value * value / ((2 * index) + 1);
                sum += term;
            }

            return 0.5 + (Math.Sign(value) * density * sum);
        }

        var fraction = distance;
        for (var index = 60; index >= 1; index--)
        {
            fraction = distance + (index / fraction);
        }

        return value > 0 ? 1 - (density / fraction) : density / fraction;
    }
}
