namespace Sophia.Core.Status;

/// <summary>How long a way took.</summary>
/// <param name="Median">Half were faster, in milliseconds.</param>
/// <param name="P95">19 of 20 were faster, in milliseconds.</param>
public sealed record LatencyQuantiles(double Median, double P95);
