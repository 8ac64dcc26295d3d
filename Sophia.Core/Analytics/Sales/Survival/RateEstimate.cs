namespace Sophia.Core.Analytics.Sales.Survival;

/// <summary>A share with its uncertainty.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Lower">Lower end of the 95 % interval.</param>
/// <param name="Upper">Upper end of the 95 % interval.</param>
/// <param name="Trials">What it rests on.</param>
public sealed record RateEstimate(double Share, double Lower, double Upper, int Trials)
{
    private const double Squared = 3.841458820694124;

    /// <summary>The share and its score interval (Wilson 1927), or null without trials.</summary>
    public static RateEstimate? Of(int successes, int trials)
    {
        if (trials <= 0)
        {
            return null;
        }

        var share = (double)successes / trials;
        var centre = (share + (Squared / (2 * trials))) / (1 + (Squared / trials));
        var half = Math.Sqrt(Squared * ((share * (1 - share) / trials) + (Squared / (4.0 * trials * trials)))) / (1 + (Squared / trials));
        return new(share, Math.Max(0, centre - half), Math.Min(1, centre + half), trials);
    }
}
