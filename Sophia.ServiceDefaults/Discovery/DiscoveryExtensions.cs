using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Sophia.ServiceDefaults.Discovery;

namespace Microsoft.Extensions.Hosting;

/// <summary>Service discovery.</summary>
public static class DiscoveryExtensions
{
    /// <summary>Lets every HTTP client call a service by its name: <c>http://api</c>, <c>https+http://api</c>.</summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddServiceDiscovery<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton<ServiceEndpoints>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, DiscoveryFilter>());
        return builder;
    }
}
