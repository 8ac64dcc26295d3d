namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource whose endpoints others look up by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;
