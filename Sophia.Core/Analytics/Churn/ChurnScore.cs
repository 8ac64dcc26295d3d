using System.Text.Json.Serialization;

namespace Sophia.Core.Analytics.Churn;

/// <summary>How likely a customer is to leave, and why.</summary>
/// <param name="Probability">0 to 1.</param>
/// <param name="BaseLogOdds">What a typical customer gets.</param>
/// <param name="Reasons">What each column adds to it, the largest first; with the base they sum to the probability's log-odds.</param>
/// <param name="ModelVersion">Which model said so.</param>
public sealed record ChurnScore(double Probability, double BaseLogOdds, IReadOnlyList<ChurnReason> Reasons, string ModelVersion)
{
    /// <summary>More likely to leave than a typical customer.</summary>
    [JsonIgnore]
    public bool IsAboveTypical => LogOdds > BaseLogOdds;

    /// <summary>The log-odds of the probability.</summary>
    public double LogOdds => BaseLogOdds + Reasons.Sum(static reason => reason.LogOdds);
}
