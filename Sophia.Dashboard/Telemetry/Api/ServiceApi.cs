using Sophia.Dashboard.Telemetry.Services;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>Overview, service map and heat map as JSON.</summary>
internal static class ServiceApi
{
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(15);

    /// <summary>Maps the endpoints.</summary>
    /// <param name="api">Where.</param>
    public static void MapServices(this RouteGroupBuilder api)
    {
        api.MapGet("/services", OverviewAsync);
        api.MapGet("/services/map", MapAsync);
        api.MapGet("/services/heatmap", HeatMapAsync);
    }

    private static async Task<IResult> OverviewAsync(
        DateTimeOffset? from, DateTimeOffset? to, ServiceQueries services, TimeProvider clock, CancellationToken cancellationToken)
    {
        var end = to ?? clock.GetUtcNow();
        return TypedResults.Json(await services.OverviewAsync(from ?? end - s_usual, end, cancellationToken), TelemetryJson.Default.ServicesAnswer);
    }

    private static async Task<IResult> MapAsync(
        DateTimeOffset? from, DateTimeOffset? to, ServiceQueries services, TimeProvider clock, CancellationToken cancellationToken)
    {
        var end = to ?? clock.GetUtcNow();
        return TypedResults.Json(await services.MapAsync(from ?? end - s_usual, end, cancellationToken), TelemetryJson.Default.ServiceMap);
    }

    private static async Task<IResult> HeatMapAsync(
        string service, string? operation, DateTimeOffset? from, DateTimeOffset? to, int? columns, ServiceQueries services, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var end = to ?? clock.GetUtcNow();
        return TypedResults.Json(
            await services.HeatMapAsync(service, operation, from ?? end - s_usual, end, columns ?? 60, cancellationToken), TelemetryJson.Default.LatencyHeatMap);
    }
}
