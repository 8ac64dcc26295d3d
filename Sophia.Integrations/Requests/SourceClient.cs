using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Sophia.Integrations.Requests;

/// <summary>Registers the HTTP client of a source.</summary>
internal static class SourceClient
{
    // A page of 100 objects with all that belongs to them is about 1 MB; beyond this an answer is not a page.
    private const int LargestAnswer = 32 * 1024 * 1024;

    /// <summary>Adds the client that <typeparamref name="TSender"/> sends with.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets address and credentials.</param>
    public static void AddSourceClient<TSender>(this IServiceCollection services, Action<IServiceProvider, HttpClient> configure)
        where TSender : SourceSender
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpClient<TSender>((provider, http) =>
            {
                http.MaxResponseContentBufferSize = LargestAnswer;
                configure(provider, http);
            })
            // A redirect could name a foreign host.
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
    }

    /// <summary>Whether credentials may travel to an address: over https, to this machine, or to a service of this stack.</summary>
    public static bool KeepsCredentialsPrivate(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme is "https"
            || address.IsLoopback
            || (address.Scheme is "http" or "https+http" && !address.Host.Contains('.', StringComparison.Ordinal)));
}
