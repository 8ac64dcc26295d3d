namespace Sophia.Core.Analytics.People;

/// <summary>A group's mean in a period.</summary>
/// <param name="Group">The group's name.</param>
/// <param name="From">The period's first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="People">How many people it rests on, at least five.</param>
/// <param name="Mean">The mean of the people's own means, in the measure's unit.</param>
/// <param name="Deviation">The standard deviation between people.</param>
public sealed record ScorePoint(string Group, DateOnly From, DateOnly To, int People, double Mean, double Deviation);
