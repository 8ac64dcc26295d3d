using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Collects the parts of an application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>The run's configuration: environment variables, then the command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The folder of the AppHost project.</summary>
    string AppHostDirectory { get; }

    /// <summary>The parts so far; as many as the program adds.</summary>
    ICollection<IResource> Resources { get; }

    /// <summary>Adds a part.</summary>
    /// <typeparam name="T">The part's type.</typeparam>
    /// <param name="resource">The part.</param>
    /// <exception cref="DistributedApplicationException">The name is taken.</exception>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>The finished application.</summary>
    DistributedApplication Build();
}
