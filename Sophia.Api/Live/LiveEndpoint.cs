using Microsoft.AspNetCore.Http.HttpResults;

namespace Sophia.Api.Live;

/// <summary>What all addresses that speak WebSocket share.</summary>
internal static class LiveEndpoint
{
    /// <summary>Maps an address that speaks WebSocket.</summary>
    public static RouteHandlerBuilder MapLive(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapGet(pattern, handler)
            .Produces(StatusCodes.Status101SwitchingProtocols)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status426UpgradeRequired);

    /// <summary>Opens a channel and serves it until it closes, or says why not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sockets">The channels of its kind.</param>
    /// <param name="feed">What this reader is told.</param>
    public static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ServeAsync(HttpContext context, LiveSockets sockets, ILiveFeed feed)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return TypedResults.Problem("This address speaks WebSocket only.", statusCode: StatusCodes.Status426UpgradeRequired);
        }

        if (!SocketOrigin.IsAllowed(context.Request))
        {
            return TypedResults.Problem("Pages of other origins may not read this.", statusCode: StatusCodes.Status403Forbidden);
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await sockets.ServeAsync(socket, feed, context.RequestAborted);
        return TypedResults.Empty;
    }
}
