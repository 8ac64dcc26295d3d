using System.Net;
using Microsoft.AspNetCore.HostFiltering;

namespace Sophia.Api.Security;

/// <summary>Until it is known who asks, only this machine may.</summary>
internal static class LocalAccess
{
    /// <summary>Refuses requests under foreign host names: a page elsewhere could point its own name at this machine.</summary>
    public static IServiceCollection AddLocalAccessOnly(this IServiceCollection services) =>
        services.Configure<HostFilteringOptions>(static options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);

    /// <exception cref="InvalidOperationException">The configuration names an address that other machines can reach.</exception>
    public static void RefusePublicAddresses(this WebApplication app)
    {
        var urls = app.Configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var kestrel = app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>();
        foreach (var url in urls.Concat(kestrel))
        {
            if (!IsLoopback(BindingAddress.Parse(url).Host))
            {
                throw new InvalidOperationException($"{url} can be reached by other machines; listen on 127.0.0.1 or localhost.");
            }
        }

        if (urls.Length == 0 && (app.Configuration["http_ports"] ?? app.Configuration["https_ports"]) is { Length: > 0 } ports)
        {
            throw new InvalidOperationException($"HTTP_PORTS ({ports}) listens on every address; set ASPNETCORE_URLS to http://127.0.0.1:PORT instead.");
        }
    }

    /// <summary>Whether a host is this machine.</summary>
    public static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
