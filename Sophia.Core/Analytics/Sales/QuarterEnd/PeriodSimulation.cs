namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>Plays the rest of a period many times (Monte Carlo).</summary>
/// <remarks>
/// Deals fall independently within a run, but a run shares one earlier period's luck: how far all deals together missed what was
/// expected of them, and what came in new. Without that, quantiles would be much too narrow.
/// </remarks>
public static class PeriodSimulation
{
    private static readonly double[] s_shares = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];

    // The luck of one period is drawn from few; it must not switch deals off or make each of them certain.
    private const double LeastLuck = 0.2;
    private const double MostLuck = 3;

    /// <summary>Plays the period.</summary>
    /// <param name="won">Won already.</param>
    /// <param name="open">The open deals.</param>
    /// <param name="earlier">Earlier periods seen from the same place; may be empty.</param>
    /// <param name="runs">1 to 1,000,000.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <exception cref="ArgumentOutOfRangeException">Runs or a probability is out of range.</exception>
    public static PeriodForecast Play(
        decimal won, IReadOnlyList<OpenDeal> open, IReadOnlyList<EarlierPeriod> earlier, int runs, int seed)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runs, 1_000_000);
        if (open.Any(static deal => deal.WinProbability is not (>= 0 and <= 1) || deal.EndsInTime is not (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(open), "A probability is between 0 and 1.");
        }

        var random = new Random(seed);
        double[] amounts = [.. open.Select(static deal => (double)deal.Amount)];
        double[] chances = [.. open.Select(static deal => deal.WinProbability * deal.EndsInTime)];
        double[] luck = [.. earlier.Select(static period => period.Expected > 0
            ? Math.Clamp((double)(period.Brought / period.Expected), LeastLuck, MostLuck)
            : 1)];
        var totals = new double[runs];
        for (var run = 0; run < runs; run++)
        {
            var total = (double)won;
            var factor = 1.0;
            if (luck.Length > 0)
            {
                var like = random.Next(luck.Length);
                factor = luck[like];
                total += (double)earlier[like].NewBusiness;
            }

            for (var deal = 0; deal < amounts.Length; deal++)
            {
                total += random.NextDouble() < chances[deal] * factor ? amounts[deal] : 0;
            }

            totals[run] = total;
        }

        Array.Sort(totals);
        return new(
            won,
            won + open.Sum(static deal => deal.Amount * (decimal)(deal.WinProbability * deal.EndsInTime)),
            earlier.Count == 0 ? 0 : earlier.Average(static period => period.NewBusiness),
            totals.Average(),
            [.. s_shares.Select(share => new ForecastQuantile(share, totals[(int)Math.Ceiling(share * runs) - 1]))],
            runs,
            earlier.Count);
    }
}
