using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Sophia.ServiceDefaults.Health;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of Sophia has in common.</summary>
public static class Extensions
{
    /// <summary>Adds telemetry, health checks, service discovery and resilient HTTP clients.</summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.ConfigureOpenTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddServiceDiscovery();
        // Every client calls a service by its name: http://api, https+http://api.
        builder.Services.ConfigureHttpClientDefaults(static http => http.AddServiceDiscovery());
        builder.AddHttpResilience();
        return builder;
    }

    /// <summary>
    /// Maps <c>/health</c> (every check; 503 when unhealthy) and <c>/alive</c> (the checks tagged <c>live</c>).
    /// </summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        app.MapHealth();
        return app;
    }
}
