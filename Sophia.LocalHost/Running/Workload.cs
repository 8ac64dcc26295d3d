using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>How one kind of resource is started, checked and stopped.</summary>
internal abstract class Workload(Resource resource)
{
    public Resource Resource { get; } = resource;

    public virtual int StopSignal => Posix.SignalTerminate;

    /// <summary>The variables that its process started with, beyond the host's own; none for what is no project.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The name of the process in telemetry; null for what sends none.</summary>
    public virtual string? InstanceId => null;

    /// <summary>Where the process listens now.</summary>
    public virtual IReadOnlyList<string> Urls => [];

    /// <summary>What must be ready before it starts; a database brings its server along.</summary>
    public virtual IReadOnlyList<IResource> Dependencies =>
        [.. Resource.Annotations.OfType<WaitAnnotation>().Select(wait => wait.Dependency)];

    /// <summary>Starts it.</summary>
    /// <returns>Its process; null when it has none.</returns>
    public abstract Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken);

    /// <summary>Done once nothing is under way that its end would cut off; it gets nothing new any more.</summary>
    public virtual Task UnaskedAsync() => Task.CompletedTask;

    /// <summary>Asks how it is; a check that cannot be made is unhealthy, not an error.</summary>
    public abstract Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken);
}
