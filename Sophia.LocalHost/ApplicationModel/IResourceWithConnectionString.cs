namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource that others reach through a connection string.</summary>
public interface IResourceWithConnectionString : IResource, IValueProvider
{
    /// <summary>The parts of the connection string, keyed as in <c>HOST</c>, <c>PORT</c>, <c>URI</c>.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> ConnectionProperties { get; }
}
