using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Dashboard.Telemetry.Agents;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Search;
using Sophia.Dashboard.Telemetry.Sessions;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Api;

/// <summary>What is kept, as JSON: the same questions and filters as on the pages.</summary>
internal static class TelemetryApi
{
    private static readonly TimeSpan s_streamSearch = TimeSpan.FromSeconds(5);

    /// <summary>Maps the endpoints under <c>/api/telemetry</c>.</summary>
    /// <param name="routes">Where.</param>
    /// <returns>The group.</returns>
    public static RouteGroupBuilder MapTelemetryApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/telemetry").DisableAntiforgery();
        api.MapGet("/resources", static (ResourceQueries resources) => TypedResults.Json(resources.All(), TelemetryJson.Default.IReadOnlyListTelemetryResource));
        api.MapGet("/limits", static (ResourceQueries resources) => TypedResults.Json(resources.Limits(), TelemetryJson.Default.IReadOnlyListTelemetryLimit));
        api.MapGet("/logs", LogsAsync);
        api.MapGet("/spans", SpansAsync);
        api.MapGet("/traces", TracesAsync);
        api.MapGet("/traces/{traceId}", TraceAsync);
        api.MapGet("/metrics", InstrumentsAsync);
        api.MapGet("/metrics/dimensions", DimensionsAsync);
        api.MapGet("/metrics/points", PointsAsync);
        api.MapGet("/errors", Errors);
        api.MapGet("/agents", ConversationsAsync);
        api.MapGet("/agents/{id}", TurnsAsync);
        api.MapGet("/timeline", Timeline);
        api.MapGet("/search", SearchAsync);
        api.MapGet("/session", ExportAsync);
        api.MapPost("/session", ImportAsync);
        api.MapServices();
        api.MapObjectives();
        return api;
    }

    private static async Task<IResult> LogsAsync(
        [AsParameters] LogParameters parameters, LogQueries logs, TelemetryFeed feed, HttpContext context, CancellationToken cancellationToken)
    {
        var query = parameters.ToQuery();
        if (parameters.Follow != true)
        {
            return TypedResults.Json(await logs.FindAsync(query, cancellationToken), TelemetryJson.Default.TelemetryPageLogEntry);
        }

        await TelemetryStream.WriteAsync(
            context, feed, TelemetrySignals.Logs, after => logs.Find(query, after, s_streamSearch, cancellationToken), static log => log.Id,
            TelemetryJson.Default.LogEntry);
        return TypedResults.Empty;
    }

    private static async Task<IResult> SpansAsync(
        [AsParameters] TraceParameters parameters, TraceQueries traces, TelemetryFeed feed, HttpContext context, CancellationToken cancellationToken)
    {
        var query = parameters.ToQuery();
        if (parameters.Follow != true)
        {
            return TypedResults.Json(await traces.FindSpansAsync(query, cancellationToken), TelemetryJson.Default.TelemetryPageSpanEntry);
        }

        await TelemetryStream.WriteAsync(
            context, feed, TelemetrySignals.Spans, after => traces.FindSpans(query, after, s_streamSearch, cancellationToken), static span => span.Id,
            TelemetryJson.Default.SpanEntry);
        return TypedResults.Empty;
    }

    private static async Task<IResult> TracesAsync([AsParameters] TraceParameters parameters, TraceQueries traces, CancellationToken cancellationToken) =>
        TypedResults.Json(await traces.FindAsync(parameters.ToQuery(), cancellationToken), TelemetryJson.Default.TelemetryPageTraceSummary);

    private static async Task<Results<JsonHttpResult<TraceDetail>, NotFound>> TraceAsync(
        string traceId, TraceQueries traces, CancellationToken cancellationToken) =>
        await traces.FindAsync(traceId, cancellationToken) is { } trace
            ? TypedResults.Json(trace, TelemetryJson.Default.TraceDetail)
            : TypedResults.NotFound();

    private static async Task<IResult> InstrumentsAsync(string? resource, MetricQueries metrics, CancellationToken cancellationToken) =>
        TypedResults.Json(await metrics.InstrumentsAsync(resource, cancellationToken), TelemetryJson.Default.IReadOnlyListMetricInstrument);

    private static async Task<IResult> DimensionsAsync(
        string resource, string meter, string instrument, MetricQueries metrics, CancellationToken cancellationToken) => TypedResults.Json(
        await metrics.DimensionsAsync(resource, meter, instrument, cancellationToken), TelemetryJson.Default.IReadOnlyListMetricDimension);

    private static async Task<Results<JsonHttpResult<MetricAnswer>, NotFound>> PointsAsync(
        [AsParameters] MetricParameters parameters, MetricQueries metrics, TimeProvider clock, CancellationToken cancellationToken) =>
        await metrics.ReadAsync(parameters.ToQuery(clock.GetUtcNow()), cancellationToken) is { } answer
            ? TypedResults.Json(answer, TelemetryJson.Default.MetricAnswer)
            : TypedResults.NotFound();

    private static JsonHttpResult<IReadOnlyList<ErrorGroup>> Errors(string? resource, string? search, DateTimeOffset? from, ErrorQueries errors) =>
        TypedResults.Json(errors.Find(resource, search, from), TelemetryJson.Default.IReadOnlyListErrorGroup);

    private static async Task<IResult> ConversationsAsync(string? resource, int? limit, AgentQueries agents, CancellationToken cancellationToken) =>
        TypedResults.Json(await agents.FindAsync(resource, limit ?? 100, cancellationToken), TelemetryJson.Default.IReadOnlyListAgentConversation);

    private static async Task<IResult> TurnsAsync(string id, AgentQueries agents, CancellationToken cancellationToken) =>
        TypedResults.Json(await agents.TurnsAsync(id, cancellationToken), TelemetryJson.Default.IReadOnlyListAgentTurn);

    private static JsonHttpResult<IReadOnlyList<TimelineEvent>> Timeline(
        DateTimeOffset? from, DateTimeOffset? to, string? resource, TimelineLog timeline) => TypedResults.Json(
        timeline.Find(from ?? DateTimeOffset.MinValue, to ?? DateTimeOffset.MaxValue, resource), TelemetryJson.Default.IReadOnlyListTimelineEvent);

    private static async Task<IResult> SearchAsync(string search, int? limit, TelemetrySearch everything, CancellationToken cancellationToken) =>
        TypedResults.Json(await everything.FindAsync(search, limit ?? 10, cancellationToken), TelemetryJson.Default.TelemetryPageSearchHit);

    private static async Task ExportAsync(
        string? resource, DateTimeOffset? from, DateTimeOffset? to, SessionFile session, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"telemetry.zip\"";
        await session.ExportAsync(context.Response.Body, resource, from, to, cancellationToken);
    }

    [RequestSizeLimit(128 << 20)]
    private static async Task<Results<JsonHttpResult<SessionImport>, ProblemHttpResult>> ImportAsync(
        SessionFile session, HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Json(await session.ImportAsync(request.Body, cancellationToken), TelemetryJson.Default.SessionImport);
        }
        catch (InvalidDataException exception)
        {
            return TypedResults.Problem(title: "The file cannot be read", detail: exception.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
