using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Lists;
using Sophia.Core.Integrations;
using Sophia.Core.Lists;
using Sophia.Data.Sources;

namespace Sophia.Api.Integrations;

/// <summary>The connected source systems.</summary>
internal static class IntegrationEndpoints
{
    private const string Path = "/api/v1/integrations";

    public static void MapIntegrations(this IEndpointRouteBuilder routes)
    {
        var integrations = routes.MapGroup("").WithTags("Integrations");
        integrations.MapGet(Path, ListAsync).WithName("ListIntegrations");
        integrations.MapGet(Path + "/{connection}", GetAsync).WithName("GetIntegration").ProducesProblem(StatusCodes.Status404NotFound);
        integrations.MapPost(Path, RequestSyncAsync).WithName("RequestSync")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        integrations.MapPost(Path + "/{connection}/sync", RequestSyncOfAsync).WithName("RequestSyncOf").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists the connected source systems.</summary>
    /// <remarks>Each with what the last real attempts to read it gave: nothing here is assumed.</remarks>
    /// <param name="list">Which part of the list.</param>
    /// <param name="integrations">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<Integration>>, ValidationProblem>> ListAsync(
        [AsParameters] ListParameters list, IntegrationReader integrations, CancellationToken cancellationToken)
    {
        var errors = list.Parse(IntegrationsJson.Default.Integration, IntegrationsJson.Default.IntegrationKey, out var request);
        if (request is null)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await integrations.ReadAsync(request.After?.Connection, request.Read, cancellationToken);
        return new ConditionalResult<Page<Integration>>(
            request.ToPage(rows, static integration => new IntegrationKey(integration.Connection)), IntegrationsJson.Default.PageIntegration, request.Fields);
    }

    /// <summary>Says how a source system is.</summary>
    /// <param name="connection">The connection, for example `hubspot`.</param>
    /// <param name="integrations">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Integration>, ProblemHttpResult>> GetAsync(
        string connection, IntegrationReader integrations, CancellationToken cancellationToken) =>
        await integrations.FindAsync(connection, cancellationToken) is { } integration
            ? new ConditionalResult<Integration>(integration, IntegrationsJson.Default.Integration)
            : Unknown(connection);

    /// <summary>Has a source system read now.</summary>
    /// <remarks>As `POST /api/v1/integrations/{connection}/sync`, for callers who name the connection in the body.</remarks>
    /// <param name="request">The connection.</param>
    /// <param name="requests">Tells the worker.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Accepted<SyncAccepted>, ValidationProblem, ProblemHttpResult>> RequestSyncAsync(
        SyncRequest request, SyncRequests requests, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Connection))
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { ["connection"] = ["Expected the name of a connection."] },
                title: "The sync cannot begin");
        }

        return await AcceptAsync(request.Connection, requests, cancellationToken) is { } accepted ? accepted : Unknown(request.Connection);
    }

    /// <summary>Has a source system read now.</summary>
    /// <remarks>
    /// Wakes its worker and answers at once; the integration at `Location` says how it goes. A system that rests because it
    /// failed or asked for rest is read at the end of that rest.
    /// </remarks>
    /// <param name="connection">The connection, for example `hubspot`.</param>
    /// <param name="requests">Tells the worker.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Accepted<SyncAccepted>, ProblemHttpResult>> RequestSyncOfAsync(
        string connection, SyncRequests requests, CancellationToken cancellationToken) =>
        await AcceptAsync(connection, requests, cancellationToken) is { } accepted ? accepted : Unknown(connection);

    private static async Task<Accepted<SyncAccepted>?> AcceptAsync(string connection, SyncRequests requests, CancellationToken cancellationToken)
    {
        if (await requests.RequestAsync(connection, cancellationToken) is not { } at)
        {
            return null;
        }

        var status = $"{Path}/{Uri.EscapeDataString(connection)}";
        return TypedResults.Accepted(status, new SyncAccepted(connection, at, status));
    }

    private static ProblemHttpResult Unknown(string connection) => TypedResults.Problem(
        $"No connection '{connection}' was ever read.", title: "There is no such integration", statusCode: StatusCodes.Status404NotFound);
}
