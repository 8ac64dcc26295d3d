using Sophia.Sandbox.BambooHr.Datasets;

namespace Sophia.Sandbox.BambooHr;

/// <summary>BambooHR's paths, as an API key reaches them.</summary>
internal static class BambooHrEndpoints
{
    public static void MapBambooHr(this IEndpointRouteBuilder routes)
    {
        routes.MapEmployees();
        routes.MapDatasets();
    }
}
