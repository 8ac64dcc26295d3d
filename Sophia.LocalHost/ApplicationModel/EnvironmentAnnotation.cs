namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds variables to a process's environment; runs when all addresses are known.</summary>
internal sealed record EnvironmentAnnotation(Func<IDictionary<string, string>, CancellationToken, Task> Apply) : IResourceAnnotation;
