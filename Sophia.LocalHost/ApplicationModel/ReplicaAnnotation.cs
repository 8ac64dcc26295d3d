namespace Aspire.Hosting.ApplicationModel;

/// <summary>The project may run several times at once, and starts that often.</summary>
internal sealed record ReplicaAnnotation(int Count) : IResourceAnnotation;
