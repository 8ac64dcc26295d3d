using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>The routes under <c>/api/resources</c>.</summary>
internal static class ResourceEndpoints
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    public static void MapResources(this IEndpointRouteBuilder routes, ControlOptions options)
    {
        var resources = routes.MapGroup("/api/resources");
        resources.MapGet("/", () => TypedResults.Ok(options.Board.All));
        resources.MapGet("/watch", (HttpContext context) =>
            NdjsonResponse.WriteAsync(context, options.Board.WatchAsync(context.RequestAborted), ControlJson.Default.ResourceSnapshot));
        resources.MapGet("/{name}/logs", (string name, HttpContext context, int? tail, bool? follow) =>
            WriteLogsAsync(name, context, Math.Clamp(tail ?? 100, 0, ResourceLog.Capacity), follow ?? false, options));
        resources.MapPost("/{name}/{command}", (string name, string command) => SendAsync(name, command, options));
    }

    private static async Task WriteLogsAsync(string name, HttpContext context, int tail, bool follow, ControlOptions options)
    {
        if (!options.Logs.TryGetValue(name, out var log))
        {
            await Unknown(name).ExecuteAsync(context);
            return;
        }

        var lines = follow ? log.FollowAsync(tail, context.RequestAborted) : log.Tail(tail).ToAsyncEnumerable();
        await NdjsonResponse.WriteAsync(context, lines, ControlJson.Default.LogLine);
    }

    private static async Task<Results<Ok<ResourceSnapshot>, ProblemHttpResult>> SendAsync(string name, string command, ControlOptions options)
    {
        if (options.Supervisors.FirstOrDefault(s => s.Name == name) is not { } supervisor)
        {
            return Unknown(name);
        }

        switch (command)
        {
            case "start":
                supervisor.Start();
                break;
            case "stop":
                await supervisor.StopAsync(s_grace);
                break;
            case "restart":
                await supervisor.StopAsync(s_grace);
                supervisor.Start();
                break;
            default:
                return TypedResults.Problem(
                    title: "Unknown command", detail: $"'{command}' is none of start, stop and restart.", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Ok(options.Board.Find(name)!);
    }

    private static ProblemHttpResult Unknown(string name) =>
        TypedResults.Problem(title: "Unknown resource", detail: $"There is no resource '{name}'.", statusCode: StatusCodes.Status404NotFound);
}
