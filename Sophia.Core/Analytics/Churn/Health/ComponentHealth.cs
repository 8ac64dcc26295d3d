namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>One component as a reader can open it.</summary>
/// <param name="Component">The component.</param>
/// <param name="Score">The mean of its known measures, 0 to 100; null where none is known.</param>
/// <param name="Points">What it brings to the customer's score; the points of all components add up to it. Null where it is unknown.</param>
/// <param name="Measures">What it is made from.</param>
public sealed record ComponentHealth(HealthComponent Component, double? Score, double? Points, IReadOnlyList<HealthMeasure> Measures);
