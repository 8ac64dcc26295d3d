using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Control;

/// <summary>What can be done to resources, and the record of who did it.</summary>
internal static class CommandEndpoints
{
    /// <summary>Says who sends a command.</summary>
    public const string ActorHeader = "X-Sophia-Actor";

    private const string UnknownActor = "token";
    private const int LongestActor = 100;

    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);

    // A replica that is given up has no reason to hurry.
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_readyAgain = TimeSpan.FromSeconds(30);

    public static void MapCommands(this IEndpointRouteBuilder routes, ControlOptions options)
    {
        routes.MapGet("/api/commands", (int? limit) => TypedResults.Ok(options.Commands.Newest(Math.Clamp(limit ?? CommandLog.Kept, 0, CommandLog.Kept))));
        routes.MapPost("/api/resources/{name}/replicas", (string name, ReplicaCount wanted, HttpRequest request) => RecordAsync(
            request, name, "replicas", $"{options.Resources.CountOf(name)} → {wanted.Count}", () => SetReplicasAsync(name, wanted.Count, options), options));
        routes.MapPost("/api/resources/{name}/{command}", (string name, string command, HttpRequest request) => RecordAsync(
            request, name, command, detail: null, () => SendAsync(name, command, options), options));
    }

    private static async Task<Results<Ok<ResourceSnapshot>, ProblemHttpResult>> RecordAsync(
        HttpRequest request, string name, string command, string? detail, Func<Task<ProblemHttpResult?>> act, ControlOptions options)
    {
        var problem = await act();
        var actor = request.Headers[ActorHeader].ToString() is { Length: > 0 } said ? said[..Math.Min(said.Length, LongestActor)] : UnknownActor;
        options.Commands.Add(actor, name, command, detail, problem is null ? "Done" : $"Failed: {problem.ProblemDetails.Detail}");
        return problem is null ? TypedResults.Ok(options.Board.Find(name)!) : problem;
    }

    private static async Task<ProblemHttpResult?> SendAsync(string name, string command, ControlOptions options)
    {
        if (!options.Resources.TryFind(name, out var supervisors))
        {
            return ControlProblems.UnknownResource(name);
        }

        if (command is not ("start" or "stop" or "restart"))
        {
            return ControlProblems.NotFound("Unknown command", $"'{command}' is none of start, stop and restart.");
        }

        var able = supervisors.Where(supervisor => options.Board.Find(supervisor.Name)?.Commands.Contains(command, StringComparer.Ordinal) ?? false).ToList();
        if (able.Count == 0)
        {
            return ControlProblems.Conflict($"Cannot {command} now", $"'{name}' is in state {options.Board.Find(name)?.State}.");
        }

        switch (command)
        {
            case "start":
                able.ForEach(supervisor => supervisor.Start());
                return null;
            case "stop":
                await Task.WhenAll(able.Select(supervisor => supervisor.StopAsync(s_grace)));
                return null;
            default:
                return await RestartAsync(able, options.Board);
        }
    }

    /// <summary>One after another, so that a project with several replicas stays reachable.</summary>
    private static async Task<ProblemHttpResult?> RestartAsync(List<Supervisor> supervisors, ResourceBoard board)
    {
        foreach (var supervisor in supervisors)
        {
            await supervisor.RestartAsync(s_grace);
            if (supervisor != supervisors[^1] && !await IsReadyInTimeAsync(supervisor.Name, board))
            {
                return ControlProblems.Conflict("Restart broken off", $"'{supervisor.Name}' is not ready again; the replicas after it run on as they were.");
            }
        }

        return null;
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

    private static async Task<ProblemHttpResult?> SetReplicasAsync(string name, int count, ControlOptions options)
    {
        if (options.Resources.Projects.FirstOrDefault(project => project.Name == name) is not { } project)
        {
            return ControlProblems.UnknownResource(name);
        }

        if (!project.CanBeReplicated)
        {
            return ControlProblems.Conflict("Not replicated", $"'{name}' keeps state in its process: the application runs it once.");
        }

        if (count is < 1 or > ReplicaSet.Most)
        {
            return TypedResults.Problem($"1 to {ReplicaSet.Most} replicas, please.", title: "Invalid count", statusCode: StatusCodes.Status400BadRequest);
        }

        return await project.SetCountAsync(count, s_drain) ? null : ControlProblems.Conflict("Stopping", "The run is ending.");
    }
}
