namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>A customer who may want more.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="SeatUse">The share of the bought seats or units that is used, 1 for all.</param>
/// <param name="UseGrowth">The change of use against the period before, 0.1 for a tenth more.</param>
/// <param name="HealthScore">0 to 100.</param>
public sealed record ExpansionCandidate(string Customer, double SeatUse, double UseGrowth, double HealthScore)
{
    private const double NearlyFull = 0.8;

    /// <summary>A candidate where the customer is healthy, uses nearly all that was bought and uses it no less than before; else null.</summary>
    /// <param name="customer">The customer's key.</param>
    /// <param name="health">How the customer is doing; unknown is no candidate.</param>
    /// <param name="bought">Seats or units under contract.</param>
    /// <param name="used">Of them in use now.</param>
    /// <param name="usedBefore">Of them in use in the period before.</param>
    public static ExpansionCandidate? Find(string customer, CustomerHealth health, double bought, double used, double usedBefore)
    {
        ArgumentNullException.ThrowIfNull(health);
        return health is { Band: HealthBand.Healthy, Score: { } score } && bought > 0 && used >= NearlyFull * bought && used >= usedBefore && usedBefore > 0
            ? new(customer, used / bought, (used / usedBefore) - 1, score)
            : null;
    }
}
