namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that Aspire runs in a container and this host runs from the machine's own packages.</summary>
/// <param name="name">The resource's name.</param>
public abstract class ContainerResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    private ServerConnection? _connection;

    /// <summary>Where the server listens; set once per run, before anything starts.</summary>
    internal ServerConnection Connection
    {
        get => _connection ?? throw new InvalidOperationException($"'{Name}' has no address before the run gives it one.");
        set => _connection = value;
    }
}
