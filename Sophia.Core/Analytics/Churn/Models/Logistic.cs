namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>Odds and probabilities.</summary>
internal static class Logistic
{
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double LogOdds(double probability) => Math.Log(probability / (1 - probability));

    /// <summary>The log loss of one row, in nats, without overflow.</summary>
    public static double Loss(double logOdds, bool left) =>
        left ? Softplus(-logOdds) : Softplus(logOdds);

    private static double Softplus(double value) => value > 0 ? value + Math.Log(1 + Math.Exp(-value)) : Math.Log(1 + Math.Exp(value));
}
