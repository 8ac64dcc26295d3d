using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Sophia.LocalHost.Output;

namespace Sophia.LocalHost.Control;

/// <summary>What resources write: of one, of some, or of all in one order.</summary>
internal static class LogEndpoints
{
    private const int StandardTail = 100;

    public static void MapLogs(this IEndpointRouteBuilder routes, ControlOptions options)
    {
        routes.MapGet("/api/resources/{name}/logs", (string name, HttpContext context, int? tail, bool? follow, long? after) =>
            WriteAsync([name], context, tail, follow, after, options));
        routes.MapGet("/api/logs", (string[]? resource, HttpContext context, int? tail, bool? follow, long? after) =>
            WriteAsync(resource ?? [], context, tail, follow, after, options));
    }

    /// <param name="names">Resources, projects or replicas; none for all.</param>
    /// <param name="context">The request.</param>
    /// <param name="tail">How many of the newest lines to begin with.</param>
    /// <param name="follow">Whether to go on with every new line.</param>
    /// <param name="after">Instead of a tail: the sequence of the last line that the reader has.</param>
    /// <param name="options">Where the lines are.</param>
    private static async Task WriteAsync(string[] names, HttpContext context, int? tail, bool? follow, long? after, ControlOptions options)
    {
        if (names.FirstOrDefault(name => options.Board.Find(name) is null) is { } unknown)
        {
            await ControlProblems.UnknownResource(unknown).ExecuteAsync(context);
            return;
        }

        var begin = after ?? options.Logs.SequenceBefore(Includes, Math.Clamp(tail ?? StandardTail, 0, ResourceLog.Capacity));
        var lines = follow ?? false
            ? options.Logs.FollowAsync(Includes, begin, context.RequestAborted)
            : options.Logs.Read(Includes, begin).ToAsyncEnumerable();
        await NdjsonResponse.WriteAsync(context, lines, ControlJson.Default.LogLine);

        // A project's lines are those of its replicas, also of replicas that come later.
        bool Includes(string resource) =>
            names.Length == 0 || names.Contains(resource, StringComparer.Ordinal)
            || (options.Board.Find(resource)?.ReplicaOf is { } project && names.Contains(project, StringComparer.Ordinal));
    }
}
