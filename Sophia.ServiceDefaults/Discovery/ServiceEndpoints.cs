using Microsoft.Extensions.Configuration;

namespace Sophia.ServiceDefaults.Discovery;

/// <summary>
/// The addresses of services by name, from the configuration keys <c>services:NAME:SCHEME:0</c>, <c>:1</c> and so on
/// (environment <c>services__api__http__0</c>).
/// </summary>
/// <param name="configuration">The application's configuration.</param>
public sealed class ServiceEndpoints(IConfiguration configuration)
{
    private uint _next;

    /// <summary>
    /// The address for <paramref name="uri"/>, with its path and query. Of several schemes (<c>https+http://api</c>) the
    /// first configured one is taken, of several addresses the next in turn. A host that is no configured service is
    /// left as it is.
    /// </summary>
    /// <exception cref="HttpRequestException">Several schemes are offered and none is configured.</exception>
    public Uri Resolve(Uri uri)
    {
        var schemes = uri.Scheme.Split('+');
        foreach (var scheme in schemes)
        {
            // Read each time: configuration is the truth, and a lookup costs microseconds against a network call.
            var addresses = configuration.GetSection($"services:{uri.Host}:{scheme}").GetChildren()
                .Select(static child => child.Value)
                .OfType<string>()
                .ToArray();
            if (addresses.Length > 0)
            {
                var turn = Interlocked.Increment(ref _next);
                return new Uri(new Uri(addresses[turn % addresses.Length]), uri.PathAndQuery);
            }
        }

        return schemes is [_]
            ? uri
            : throw new HttpRequestException(
                $"No address of service '{uri.Host}' is configured: set {string.Join(" or ", schemes.Select(scheme => $"services:{uri.Host}:{scheme}:0"))}.");
    }
}
