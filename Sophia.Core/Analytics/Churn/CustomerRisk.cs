namespace Sophia.Core.Analytics.Churn;

/// <summary>The risk of one customer as it is kept: it follows the customer until the customer has left, and stays what it was then.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="Score">The latest score, or the last one before the customer left.</param>
/// <param name="ScoredAt">When it was made.</param>
/// <param name="LeftAt">When the customer left; null while it has not.</param>
public sealed record CustomerRisk(string Customer, ChurnScore Score, DateTimeOffset ScoredAt, DateTimeOffset? LeftAt = null)
{
    /// <summary>Takes a new score; one made after the customer left changes nothing.</summary>
    public CustomerRisk Update(ChurnScore score, DateTimeOffset at) =>
        at >= LeftAt || at < ScoredAt ? this : this with { Score = score, ScoredAt = at };

    /// <summary>The customer has left.</summary>
    public CustomerRisk Leave(DateTimeOffset at) => this with { LeftAt = LeftAt ?? at };
}
