namespace Sophia.Core.Analytics.Discovery.Differences;

/// <summary>What a group achieved against what was to be expected of it.</summary>
/// <param name="Name">The group, for example a seller.</param>
/// <param name="Trials">How often it tried.</param>
/// <param name="Successes">How often it succeeded.</param>
/// <param name="Expected">Successes that others would have had with the same mix of tasks.</param>
/// <param name="Variance">The variance of successes by chance alone around <paramref name="Expected"/>.</param>
public sealed record GroupResult(string Name, int Trials, int Successes, double Expected, double Variance);
