namespace Sophia.Core.Analytics.Discovery.Statistics;

/// <summary>Tail probabilities.</summary>
internal static class Tail
{
    /// <summary>The chance that a normal draw is further from 0 than <paramref name="z"/>, either way.</summary>
    /// <remarks>The incomplete gamma function at ½; series and continued fraction (Abramowitz and Stegun 1964, 6.5.29 and 6.5.31).</remarks>
    public static double Normal(double z)
    {
        var x = z * z / 2;
        if (x < 1.5)
        {
            var (term, sum) = (2.0, 2.0);
            for (var n = 1; n < 200 && term > sum * 1e-17; n++)
            {
                term *= x / (n + 0.5);
                sum += term;
            }

            return 1 - (Math.Sqrt(x) * Math.Exp(-x) * sum / Math.Sqrt(Math.PI));
        }

        var fraction = 0.0;
        for (var n = 200; n > 0; n--)
        {
            fraction = n * (n - 0.5) / (x + (2 * n) + 0.5 - fraction);
        }

        return Math.Sqrt(x) * Math.Exp(-x) / (Math.Sqrt(Math.PI) * (x + 0.5 - fraction));
    }

    /// <summary>The chance that a draw of Student's distribution is further from 0 than <paramref name="t"/>, either way.</summary>
    /// <param name="t">Finite or infinite.</param>
    /// <param name="freedom">Degrees of freedom, above 0.</param>
    public static double Student(double t, double freedom) =>
        double.IsInfinity(t) ? 0 : IncompleteBeta(freedom / (freedom + (t * t)), freedom / 2, 0.5);

    /// <summary>The regularised incomplete beta function; Lentz's continued fraction (DLMF 8.17.22).</summary>
    private static double IncompleteBeta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        if (x > (a + 1) / (a + b + 2))
        {
            return 1 - IncompleteBeta(1 - x, b, a);
        }

        const double tiny = 1e-300;
        var front = Math.Exp((a * Math.Log(x)) + (b * Math.Log(1 - x)) + LogGamma(a + b) - LogGamma(a) - LogGamma(b)) / a;
        var (value, c, d) = (1.0, 1.0, 0.0);
        for (var step = 0; step < 400; step++)
        {
            var m = step / 2;
            var term = step == 0 ? 1
                : step % 2 == 0 ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
                : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (term * d), tiny);
            c = NotZero(1 + (term / c), tiny);
            value *= c * d;
            if (Math.Abs(1 - (c * d)) < 1e-15)
            {
                break;
            }
        }

        return Math.Min(1, front * (value - 1));
    }

    private static double NotZero(double value, double tiny) => Math.Abs(value) < tiny ? tiny : value;

    /// <summary>Stirling's series after shifting the argument up; 1e-14 for every positive one.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        for (; x < 12; x++)
        {
            shift -= Math.Log(x);
        }

        var inverse = 1 / (x * x);
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI))
            + ((1.0 / 12 - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680)))))) / x);
    }
}
