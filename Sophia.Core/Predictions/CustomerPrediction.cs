using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Customers;
using Sophia.Core.Analytics.Churn.Health;

namespace Sophia.Core.Predictions;

/// <summary>How a customer is doing and how likely it is to leave.</summary>
public sealed record CustomerPrediction
{
    /// <summary>When it was said.</summary>
    public required DateTimeOffset ScoredAt { get; init; }

    /// <summary>The customer's health; its score is null where too little is known.</summary>
    public required CustomerHealth Health { get; init; }

    /// <summary>The risk of leaving with its reasons, or null where no model could be trained or the customer has bought too little to be judged.</summary>
    public required ChurnScore? Churn { get; init; }

    /// <summary>Why the customer may want more; null where nothing says so.</summary>
    public PurchaseExpansion? Expansion { get; init; }

    /// <summary>When the customer left; null while it has not. The scores are the last ones before.</summary>
    public DateTimeOffset? LeftAt { get; init; }
}
