using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>What is running: the routes under <c>/api/resources</c> that only look.</summary>
internal static class ResourceEndpoints
{
    public static void MapResources(this IEndpointRouteBuilder routes, ControlOptions options)
    {
        routes.MapGet("/api/run", () => TypedResults.Ok(options.Run));
        var resources = routes.MapGroup("/api/resources");
        resources.MapGet("/", () => TypedResults.Ok(ResourceRows.OfProcesses(options.Board.All)));
        resources.MapGet("/watch", (HttpContext context) => NdjsonResponse.WriteAsync(
            context, options.Board.WatchAsync(ResourceRows.OfProcesses, context.RequestAborted), ControlJson.Default.ResourceSnapshot));
        resources.MapGet("/{name}", Results<Ok<ResourceSnapshot>, ProblemHttpResult> (string name) =>
            options.Board.Find(name) is { } resource ? TypedResults.Ok(resource) : ControlProblems.UnknownResource(name));
        resources.MapGet("/{name}/environment", (string name) => ReadEnvironment(name, options));
    }

    /// <summary>What the process was given; of a project with several replicas, what its first was given.</summary>
    private static Results<Ok<IReadOnlyList<EnvironmentVariable>>, ProblemHttpResult> ReadEnvironment(string name, ControlOptions options) =>
        options.Resources.TryFind(name, out var supervisors)
            ? TypedResults.Ok<IReadOnlyList<EnvironmentVariable>>(
            [
                .. supervisors[0].Workload.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal)
                    .Select(variable => options.Mask.Hides(variable.Key, variable.Value)
                        ? new EnvironmentVariable(variable.Key, Value: null, Secret: true)
                        : new EnvironmentVariable(variable.Key, variable.Value, Secret: false)),
            ])
            : ControlProblems.UnknownResource(name);
}
