using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Dashboard.Live;
using Sophia.Api.Lists;
using Sophia.Api.Live;
using Sophia.Core.Dashboard;
using Sophia.Data.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>The dashboard's figures over HTTP and WebSocket.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/dashboard/metrics", GetMetricsAsync)
            .WithTags("Dashboard")
            .WithName("GetDashboardMetrics");

        routes.MapGet("/api/v1/dashboard/rows", GetRowsAsync)
            .WithTags("Dashboard")
            .WithName("GetDashboardRows");

        routes.MapLive("/ws/dashboard", ConnectAsync)
            .WithTags("Dashboard")
            .WithName("ConnectDashboard");
    }

    /// <summary>Answers metrics over a range of days.</summary>
    /// <remarks>
    /// Figures, comparison and series come from one consistent state, whose `sequence` grows with every movement.
    /// `freshness` says how far the sources can be relied on now. Send the `ETag` back as `If-None-Match` to be answered
    /// 304 while nothing moved.
    /// </remarks>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="answers">Answers queries.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<MetricsResult, ValidationProblem>> GetMetricsAsync(
        [AsParameters] MetricsParameters parameters, DashboardAnswers answers, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = DashboardQuery.Parse(parameters.ToText(), clock, out var query);
        return query is null
            ? TypedResults.ValidationProblem(errors, title: "The query cannot be answered")
            : new MetricsResult(await answers.AnswerAsync(query, cancellationToken));
    }

    /// <summary>Lists the rows behind a figure.</summary>
    /// <remarks>
    /// The rows of each part add up to its `total`, and the totals give the figure: the only part is the figure itself, or
    /// `numerator` divided by `denominator`, or `value` against `before`. The largest contributions come first. Rows of a metric
    /// of people are withheld together with its value, and survey answers bear no names.
    /// </remarks>
    /// <param name="parameters">What is asked for.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="rows">Reads rows.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<MetricRows>, ValidationProblem>> GetRowsAsync(
        [AsParameters] RowsParameters parameters, [AsParameters] ListParameters list, MetricRowReader rows, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = parameters.Parse(clock, out var query);
        var listErrors = list.Parse(DashboardJson.Default.MetricRow, DashboardJson.Default.MetricRowKey, out var request);
        foreach (var (parameter, error) in listErrors)
        {
            errors[parameter] = error;
        }

        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var (answer, page) = await rows.ReadAsync(query!, request!.After, request.Read, cancellationToken);
        var shown = request.ToPage(page, static row => row.Key);
        return new ConditionalResult<MetricRows>(
            answer with { Items = [.. shown.Items.Select(static row => row.Row)], Next = shown.Next }, DashboardJson.Default.MetricRows, request.Fields);
    }

    /// <summary>Opens the live channel (WebSocket, JSON text frames).</summary>
    /// <remarks>
    /// Send `{"type":"subscribe","id":"tiles","metrics":["revenue.*"],"from":"2026-01-01"}`; receive a `snapshot`, then
    /// a `change` with the newest values of the metrics that moved, and `freshness` when that changes alone. Subscribe
    /// with `lastSequence` after a break to get only what moved since, or `resumed` where nothing did. A reader that is
    /// slow gets the newest values, never a backlog. A `change` that is traced carries its `traceparent`. Bad requests are answered by `error` and the channel stays open.
    /// </remarks>
    /// <param name="context">The request.</param>
    /// <param name="sockets">The open channels.</param>
    /// <response code="101">The channel is open.</response>
    internal static Task<Results<EmptyHttpResult, ProblemHttpResult>> ConnectAsync(HttpContext context, DashboardSockets sockets) =>
        LiveEndpoint.ServeAsync(context, sockets.Open, sockets.NewFeed());
}
