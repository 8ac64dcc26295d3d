namespace Sophia.Dashboard.Resources;

/// <summary>How many replicas are wanted.</summary>
/// <param name="Count">The number.</param>
public sealed record ReplicaCount(int Count);
