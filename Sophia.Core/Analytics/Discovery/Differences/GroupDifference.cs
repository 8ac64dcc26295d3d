namespace Sophia.Core.Analytics.Discovery.Differences;

/// <summary>A group that differs from its peers by more than chance and the peers' own spread explain.</summary>
/// <param name="Result">The group's result.</param>
/// <param name="Ratio">Its successes over those expected: the effect size; 1 is the same as its peers.</param>
/// <param name="Distance">How many deviations it is from its peers, chance and their spread together.</param>
/// <param name="Probability">The chance of being so far off without differing.</param>
/// <param name="FalseShare">The expected share of false ones among all groups reported at least as surely.</param>
/// <param name="PeerSpread">The deviation of the peers' true ratios, estimated without this group's tail.</param>
public sealed record GroupDifference(
    GroupResult Result, double Ratio, double Distance, double Probability, double FalseShare, double PeerSpread);
