namespace Sophia.Core.Analytics.Churn.Health;

/// <summary>A figure that says something about one component.</summary>
/// <param name="Component">The component.</param>
/// <param name="Name">What is measured, in words.</param>
/// <param name="Value">In its own unit; null where it is not known.</param>
/// <param name="Worst">The value that means 0; may be more or less than <paramref name="Best"/>, but not equal.</param>
/// <param name="Best">The value that means 100.</param>
public sealed record HealthMeasure(HealthComponent Component, string Name, double? Value, double Worst, double Best)
{
    /// <summary>0 to 100; null where the value is not known or no number.</summary>
    public double? Score =>
        Value is { } value && double.IsFinite(value) && Worst != Best ? Math.Clamp(100 * (value - Worst) / (Best - Worst), 0, 100) : null;
}
