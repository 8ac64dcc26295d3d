using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Data.EventLog;
using Sophia.Integrations;

namespace Sophia.Api.Webhooks;

/// <summary>Where source systems post what happened.</summary>
internal static class WebhookEndpoints
{
    // HubSpot, the chattiest source, posts at most 100 events of about 300 bytes.
    private const int LargestBody = 1024 * 1024;

    public static void MapWebhooks(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/webhooks/{source}", ReceiveAsync)
            .WithTags("Webhooks")
            .WithName("ReceiveWebhook")
            .WithMetadata(new RequestSizeLimitAttribute(LargestBody))
            .Accepts<byte[]>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Receives a source system's webhook.</summary>
    /// <remarks>
    /// The signature is checked over the bytes as they came, before anything is read. The answer comes after the events
    /// are in the event log; a delivery that is refused leaves nothing behind. A repeated delivery is harmless.
    /// </remarks>
    /// <param name="source">The source system, for example `hubspot`.</param>
    /// <param name="context">The request.</param>
    /// <param name="receivers">The configured sources.</param>
    /// <param name="appender">The event log.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    /// <response code="204">The events are stored.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> ReceiveAsync(
        string source,
        HttpContext context,
        IEnumerable<IWebhookReceiver> receivers,
        EventAppender appender,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (receivers.FirstOrDefault(receiver => receiver.Source == source) is not { } receiver)
        {
            return TypedResults.Problem("No source of that name is configured.", statusCode: StatusCodes.Status404NotFound);
        }

        var body = await ReadAsync(context.Request, cancellationToken);
        switch (receiver.Receive(new WebhookRequest(context.Request.Method, context.Request.Headers, body), clock.GetUtcNow()))
        {
            case WebhookVerdict.Rejected rejected:
                return TypedResults.Problem(rejected.Reason, statusCode: rejected.Status);
            case WebhookVerdict.Accepted { Events.Count: > EventAppender.LargestBatch }:
                return TypedResults.Problem(
                    $"At most {EventAppender.LargestBatch} events are taken at once.", statusCode: StatusCodes.Status413PayloadTooLarge);
            case WebhookVerdict.Accepted accepted:
                await appender.AppendAsync(accepted.Events, cursor: null, checkpoint: null, cancellationToken);
                return TypedResults.NoContent();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Kestrel enforces the largest body while it is read, whatever the headers claim.
        using var buffer = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, LargestBody));
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
