using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.ServiceDefaults.Health;

namespace Microsoft.Extensions.Hosting;

/// <summary>Health checks.</summary>
public static class HealthExtensions
{
    /// <summary>Adds the check <c>self</c>, which says that the process answers.</summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddDefaultHealthChecks<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddHealthChecks().AddCheck("self", static () => HealthCheckResult.Healthy(), [HealthEndpoints.LiveTag]);
        return builder;
    }
}
