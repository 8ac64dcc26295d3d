namespace Sophia.LocalHost.Control;

/// <summary>The body of <c>POST /api/resources/{name}/replicas</c>.</summary>
/// <param name="Count">How many replicas are wanted.</param>
internal sealed record ReplicaCount(int Count);
