namespace Aspire.Hosting.ApplicationModel;

/// <summary>Healthy when a GET answers 200.</summary>
internal sealed record HttpHealthCheckAnnotation(string Path) : IResourceAnnotation;
