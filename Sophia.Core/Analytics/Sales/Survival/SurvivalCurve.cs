namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>
/// The share that lasts longer than a number of days, with those that have not ended yet counted for as long as they were seen.
/// </summary>
/// <remarks>
/// Kaplan and Meier (1958), variance after Greenwood (1926), intervals on the log-log scale after Kalbfleisch and Prentice (1980).
/// </remarks>
public sealed class SurvivalCurve
{
    private const double NormalQuantile = 1.959963984540054;
    private readonly double[] _days;

    private SurvivalCurve(IReadOnlyList<SurvivalStep> steps, int observed, double longest)
    {
        Steps = steps;
        Observed = observed;
        LongestDays = longest;
        _days = [.. steps.Select(static step => step.Days)];
    }

    /// <summary>One step for each different length at which something ended, ascending; empty where nothing ended.</summary>
    public IReadOnlyList<SurvivalStep> Steps { get; }

    /// <summary>How many lifetimes it rests on.</summary>
    public int Observed { get; }

    /// <summary>The longest lifetime seen, ended or not; beyond it the curve knows nothing.</summary>
    public double LongestDays { get; }

    /// <summary>Estimates the curve; lengths that are not finite or are negative are an error.</summary>
    /// <exception cref="ArgumentException">A length is negative or not finite.</exception>
    public static SurvivalCurve Of(IEnumerable<Lifetime> lifetimes)
    {
        var all = lifetimes.OrderBy(static life => life.Days).ToArray();
        if (all.Any(static life => !double.IsFinite(life.Days) || life.Days < 0))
        {
            throw new ArgumentException("A lifetime is a finite number of days, zero or more.", nameof(lifetimes));
        }

        List<SurvivalStep> steps = [];
        var (survival, greenwood) = (1.0, 0.0);
        for (var from = 0; from < all.Length;)
        {
            var (to, ended) = (from, 0);
            for (; to < all.Length && all[to].Days == all[from].Days; to++)
            {
                ended += all[to].Ended ? 1 : 0;
            }

            var atRisk = all.Length - from;
            if (ended > 0)
            {
                survival *= 1 - ((double)ended / atRisk);
                greenwood += atRisk == ended ? 0 : ended / ((double)atRisk * (atRisk - ended));
                var (lower, upper) = Interval(survival, greenwood);
                steps.Add(new(all[from].Days, atRisk, ended, survival, lower, upper));
            }

            from = to;
        }

        return new(steps, all.Length, all.Length == 0 ? 0 : all[^1].Days);
    }

    /// <summary>The share that lasts longer than <paramref name="days"/>, 0 to 1; null beyond what was ever seen.</summary>
    public double? At(double days)
    {
        if (Observed == 0 || (days > LongestDays && (Steps.Count == 0 || Steps[^1].Survival > 0)))
        {
            return null;
        }

        var index = Array.BinarySearch(_days, days);
        index = index < 0 ? ~index - 1 : index;
        return index < 0 ? 1 : Steps[index].Survival;
    }

    /// <summary>The days by which a share has ended, 0 to 1; null where that many never did.</summary>
    public double? DaysUntil(double share)
    {
        var reached = Steps.FirstOrDefault(step => step.Survival <= 1 - share + 1e-12);
        return reached?.Days;
    }

    /// <summary>The days by which a share of those that have lasted <paramref name="age"/> days has ended; null where unknown.</summary>
    public double? DaysUntil(double share, double age) =>
        At(age) is { } alive and > 0 && DaysUntil(1 - (alive * (1 - share))) is { } days ? Math.Max(days, age) : null;

    /// <summary>The chance that something of <paramref name="age"/> days ends within <paramref name="days"/> more; null where unknown.</summary>
    public double? EndsWithin(double days, double age) =>
        At(age) is { } alive and > 0 && At(age + Math.Max(0, days)) is { } later ? 1 - (later / alive) : null;

    private static (double Lower, double Upper) Interval(double survival, double greenwood)
    {
        if (survival <= 0)
        {
            return (0, 0);
        }

        var spread = NormalQuantile * Math.Sqrt(greenwood) / Math.Abs(Math.Log(survival));
        return (Math.Pow(survival, Math.Exp(spread)), Math.Pow(survival, Math.Exp(-spread)));
    }
}
