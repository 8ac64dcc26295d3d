namespace Aspire.Hosting.ApplicationModel;

/// <summary>Start only once the dependency runs and is healthy.</summary>
internal sealed record WaitAnnotation(IResource Dependency) : IResourceAnnotation;
