namespace Sophia.Core.Analytics.Churn;

/// <summary>What came of a training.</summary>
public abstract record ChurnTraining
{
    private ChurnTraining()
    {
    }

    /// <summary>A model that can be used.</summary>
    public sealed record Trained(ChurnModel Model) : ChurnTraining;

    /// <summary>No model; guessing would be worse than saying so.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Declined(string Reason) : ChurnTraining;
}
