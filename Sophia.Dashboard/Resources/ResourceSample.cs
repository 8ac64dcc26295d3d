namespace Sophia.Dashboard.Resources;

/// <summary>What a process used at one moment.</summary>
/// <param name="Time">When it was measured.</param>
/// <param name="Cpu">The share of one core.</param>
/// <param name="Memory">Bytes of memory.</param>
public readonly record struct ResourceSample(DateTimeOffset Time, double? Cpu, long? Memory);
