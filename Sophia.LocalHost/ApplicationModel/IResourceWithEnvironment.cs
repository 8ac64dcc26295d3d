namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource whose process reads environment variables.</summary>
public interface IResourceWithEnvironment : IResource;
