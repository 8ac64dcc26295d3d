using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Lists;
using Sophia.Api.Live;
using Sophia.Core.Status;

namespace Sophia.Api.Status;

/// <summary>How Sophia is, over HTTP and WebSocket.</summary>
internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/status", Get).WithTags("Status").WithName("GetStatus");
        routes.MapLive("/ws/status", ConnectAsync).WithTags("Status").WithName("ConnectStatus");
    }

    /// <summary>Says how Sophia is.</summary>
    /// <remarks>
    /// Services by their own signs of life, source systems by the last real attempts to read them, the time that changes
    /// took to reach readers as measured, and maintenance that goes on or begins within a week.
    /// </remarks>
    /// <param name="monitor">Knows it.</param>
    internal static ConditionalResult<SystemStatus> Get(StatusMonitor monitor) => new(monitor.Current, StatusJson.Default.SystemStatus);

    /// <summary>Opens the status channel (WebSocket, JSON text frames).</summary>
    /// <remarks>
    /// The first message is a `snapshot` with `sequence` 1, each further one a `change` with the next number and only what
    /// is different. Health, notices and errors are told within a second or two, milliseconds and counts every ten seconds.
    /// The channel takes no requests; after a break connect again for a new snapshot.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="monitor">Knows the status.</param>
    /// <response code="101">The channel is open.</response>
    internal static Task<Results<EmptyHttpResult, ProblemHttpResult>> ConnectAsync(HttpContext context, StatusMonitor monitor) =>
        LiveEndpoint.ServeAsync(context, monitor.Sockets, new StatusFeed(monitor));
}
