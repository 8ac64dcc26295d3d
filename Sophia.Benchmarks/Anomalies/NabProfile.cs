namespace Sophia.Benchmarks.Anomalies;

/// <summary>What the benchmark's rule pays and charges.</summary>
internal sealed record NabProfile(string Name, double TruePositive, double FalseNegative, double FalsePositive)
{
    public static IReadOnlyList<NabProfile> All { get; } =
        [new("standard", 1, 1, 0.11), new("low FP", 1, 1, 0.22), new("low FN", 1, 2, 0.11)];
}
