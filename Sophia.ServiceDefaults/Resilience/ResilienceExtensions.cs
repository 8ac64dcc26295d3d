using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Sophia.ServiceDefaults.Resilience;

namespace Microsoft.Extensions.Hosting;

/// <summary>Resilience of HTTP clients.</summary>
public static class ResilienceExtensions
{
    /// <summary>
    /// Gives every HTTP client of the factory a total timeout, retries of what is safe to repeat, a circuit breaker and
    /// a timeout per attempt. <see cref="HttpResilienceOptions"/>, by the client's name, says how much of each.
    /// </summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddHttpResilience<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton<HttpResiliencePipelines>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ResilienceFilter>());
        return builder;
    }
}
