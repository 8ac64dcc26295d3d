using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Sophia.ServiceDefaults.Health;

/// <summary>Where a service says how it is.</summary>
internal static class HealthEndpoints
{
    /// <summary>Every check.</summary>
    public const string Health = "/health";

    /// <summary>The checks tagged <see cref="LiveTag"/>: whether the process should be left running.</summary>
    public const string Alive = "/alive";

    /// <summary>Marks the checks that <see cref="Alive"/> runs.</summary>
    public const string LiveTag = "live";

    public static bool IsProbe(PathString path) => path == Health || path == Alive;

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Health, new HealthCheckOptions { ResponseWriter = HealthReportJson.WriteAsync });
        routes.MapHealthChecks(Alive, new HealthCheckOptions
        {
            Predicate = static check => check.Tags.Contains(LiveTag),
            ResponseWriter = HealthReportJson.WriteAsync,
        });
    }
}
