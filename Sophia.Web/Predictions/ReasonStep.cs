namespace Sophia.Web.Predictions;

/// <summary>One step on the way from the usual probability to a case's own.</summary>
/// <param name="Label">What moves it.</param>
/// <param name="Detail">What it is in this case, or null.</param>
/// <param name="From">The probability before, 0 to 1.</param>
/// <param name="To">The probability after, 0 to 1.</param>
public sealed record ReasonStep(string Label, string? Detail, double From, double To)
{
    // More would not be read; what is left is added up in one step.
    private const int MostReasons = 8;

    /// <summary>
    /// The steps from the usual probability, the strongest first, to the case's own. Reasons add up in log-odds; each step says by
    /// how much it moves the probability where it stands, so that the steps add up as well.
    /// </summary>
    /// <param name="baseline">The usual log-odds.</param>
    /// <param name="reasons">What moves them, in log-odds.</param>
    /// <param name="rest">What the reasons that are too small to be shown are called.</param>
    public static IReadOnlyList<ReasonStep> Of(double baseline, IEnumerable<(string Label, string? Detail, double LogOdds)> reasons, string rest)
    {
        (string Label, string? Detail, double LogOdds)[] ordered = [.. reasons.OrderByDescending(static reason => Math.Abs(reason.LogOdds))];
        (string Label, string? Detail, double LogOdds)[] shown = ordered.Length <= MostReasons
            ? ordered
            : [.. ordered[..(MostReasons - 1)], (rest, null, ordered[(MostReasons - 1)..].Sum(static reason => reason.LogOdds))];
        List<ReasonStep> steps = [];
        var at = baseline;
        foreach (var (label, detail, logOdds) in shown)
        {
            steps.Add(new(label, detail, Probability(at), Probability(at + logOdds)));
            at += logOdds;
        }

        return steps;
    }

    /// <summary>The probability of log-odds.</summary>
    public static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
