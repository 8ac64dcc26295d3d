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

    // A replica that is given up has no reason to hurry.
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_readyAgain = TimeSpan.FromSeconds(30);

    public static void MapResources(this IEndpointRouteBuilder routes, ControlOptions options)
    {
        var resources = routes.MapGroup("/api/resources");
        resources.MapGet("/", () => TypedResults.Ok(options.Board.All));
        resources.MapGet("/watch", (HttpContext context) =>
            NdjsonResponse.WriteAsync(context, options.Board.WatchAsync(context.RequestAborted), ControlJson.Default.ResourceSnapshot));
        resources.MapGet("/{name}/logs", (string name, HttpContext context, int? tail, bool? follow) =>
            WriteLogsAsync(name, context, Math.Clamp(tail ?? 100, 0, ResourceLog.Capacity), follow ?? false, options));
        resources.MapPost("/{name}/replicas", (string name, ReplicaCount wanted) => SetReplicasAsync(name, wanted, options));
        resources.MapPost("/{name}/{command}", (string name, string command) => SendAsync(name, command, options));
    }

    private static async Task WriteLogsAsync(string name, HttpContext context, int tail, bool follow, ControlOptions options)
    {
        if (options.Board.Find(name) is null)
        {
            await Unknown(name).ExecuteAsync(context);
            return;
        }

        // A project's log is those of its replicas, also of replicas that come later.
        bool Includes(string resource) => resource == name || options.Board.Find(resource)?.Parent == name;
        var lines = follow
            ? options.Logs.FollowAsync(Includes, options.Logs.SequenceBefore(Includes, tail), context.RequestAborted)
            : options.Logs.Tail(Includes, tail).ToAsyncEnumerable();
        await NdjsonResponse.WriteAsync(context, lines, ControlJson.Default.LogLine);
    }

    private static async Task<Results<Ok<ResourceSnapshot>, ProblemHttpResult>> SendAsync(string name, string command, ControlOptions options)
    {
        if (!options.Resources.TryFind(name, out var supervisors))
        {
            return Unknown(name);
        }

        switch (command)
        {
            case "start":
                foreach (var supervisor in supervisors)
                {
                    supervisor.Start();
                }

                break;
            case "stop":
                await Task.WhenAll(supervisors.Select(supervisor => supervisor.StopAsync(s_grace)));
                break;
            case "restart":
                return await RestartAsync(name, supervisors, options);
            default:
                return TypedResults.Problem(
                    title: "Unknown command", detail: $"'{command}' is none of start, stop and restart.", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Ok(options.Board.Find(name)!);
    }

    /// <summary>One after another, so that a project with several replicas stays reachable.</summary>
    private static async Task<Results<Ok<ResourceSnapshot>, ProblemHttpResult>> RestartAsync(
        string name, IReadOnlyList<Supervisor> supervisors, ControlOptions options)
    {
        foreach (var supervisor in supervisors)
        {
            await supervisor.StopAsync(s_grace);
            supervisor.Start();
            if (supervisor != supervisors[^1] && !await IsReadyInTimeAsync(supervisor.Name, options.Board))
            {
                return TypedResults.Problem(
                    title: "Restart broken off", detail: $"'{supervisor.Name}' is not ready again; the replicas after it run on as they were.",
                    statusCode: StatusCodes.Status409Conflict);
            }
        }

        return TypedResults.Ok(options.Board.Find(name)!);
    }

    private static async Task<bool> IsReadyInTimeAsync(string name, ResourceBoard board)
    {
        using var limit = new CancellationTokenSource(s_readyAgain);
        try
        {
            await board.WaitAsync(_ => board.Find(name) is { IsReady: true }, limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<Results<Ok<ResourceSnapshot>, ProblemHttpResult>> SetReplicasAsync(string name, ReplicaCount wanted, ControlOptions options)
    {
        if (options.Resources.Projects.FirstOrDefault(project => project.Name == name) is not { } project)
        {
            return Unknown(name);
        }

        if (!project.CanBeReplicated)
        {
            return TypedResults.Problem(
                title: "Not replicated", detail: $"'{name}' keeps state in its process: the application runs it once.", statusCode: StatusCodes.Status409Conflict);
        }

        if (wanted.Count is < 1 or > ReplicaSet.Most)
        {
            return TypedResults.Problem(
                title: "Invalid count", detail: $"1 to {ReplicaSet.Most} replicas, please.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await project.SetCountAsync(wanted.Count, s_drain)
            ? TypedResults.Ok(options.Board.Find(name)!)
            : TypedResults.Problem(title: "Stopping", detail: "The run is ending.", statusCode: StatusCodes.Status409Conflict);
    }

    private static ProblemHttpResult Unknown(string name) =>
        TypedResults.Problem(title: "Unknown resource", detail: $"There is no resource '{name}'.", statusCode: StatusCodes.Status404NotFound);
}
