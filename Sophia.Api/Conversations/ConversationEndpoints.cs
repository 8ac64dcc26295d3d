using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Api.Lists;
using Sophia.Core.Conversations;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Conversations;
using Sophia.Data.Metrics;

namespace Sophia.Api.Conversations;

/// <summary>Calls and what was found in them.</summary>
internal static class ConversationEndpoints
{
    private const string Connection = "gong";

    private static readonly MetricDefinition[] s_metrics =
        [.. new[] { "calls.held", "calls.averageLength", "calls.talkRatio", "calls.sentiment" }.Select(static key => MetricCatalog.Find(key)!)];

    public static void MapConversations(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/api/v1/gong").WithTags("Conversations");
        calls.MapGet("/insights", ListInsightsAsync).WithName("ListCallInsights");
        calls.MapGet("/calls/{id}", GetCallAsync).WithName("GetCall").ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>Lists calls with what was found in them, and what they add up to.</summary>
    /// <remarks>
    /// Objections, competitors, prices and next steps each come with the sentence that shows them. `totals` and `metrics` are of
    /// all calls of the filter, whichever page is asked for. What is not known is null: a call without a transcript has no
    /// sentiment and no findings.
    /// </remarks>
    /// <param name="parameters">Which calls.</param>
    /// <param name="list">Which part of the list.</param>
    /// <param name="calls">Reads calls.</param>
    /// <param name="metrics">Answers metrics.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<CallInsightPage>, ValidationProblem>> ListInsightsAsync(
        [AsParameters] InsightParameters parameters,
        [AsParameters] ListParameters list,
        CallInsightReader calls,
        MetricReader metrics,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var errors = list.Parse(ConversationsJson.Default.CallInsight, ConversationsJson.Default.CallInsightKey, out var request);
        var filter = parameters.Parse(Connection, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), errors);
        if (request is null || filter is null)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var answering = AnswerAsync(filter, metrics, cancellationToken);
        var reading = calls.ReadAsync(filter, request.After, request.Read, cancellationToken);
        await Task.WhenAll(reading, answering);
        var (totals, rows, asOf) = await reading;
        var page = request.ToPage(rows, static call => new CallInsightKey(call.StartedAt, call.Id));
        var answer = new CallInsightPage
        {
            From = filter.Range.From,
            To = filter.Range.To,
            AsOf = asOf,
            Totals = totals,
            Metrics = await answering,
            Items = page.Items,
            Next = page.Next,
        };
        return new ConditionalResult<CallInsightPage>(answer, ConversationsJson.Default.CallInsightPage, request.Fields);
    }

    /// <summary>Tells what was said and found in a call.</summary>
    /// <param name="id">The call's id in its source.</param>
    /// <param name="calls">Reads calls.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<CallDetail>, ProblemHttpResult>> GetCallAsync(
        string id, CallInsightReader calls, CancellationToken cancellationToken) =>
        await calls.FindAsync(Connection, id, cancellationToken) is { } call
            ? new ConditionalResult<CallDetail>(call, ConversationsJson.Default.CallDetail)
            : TypedResults.Problem("No call has this id.", statusCode: StatusCodes.Status404NotFound);

    // Metrics of calls are of calls with people outside; they know days, not people.
    private static async Task<DashboardMetrics?> AnswerAsync(CallFilter filter, MetricReader metrics, CancellationToken cancellationToken) =>
        filter is { Participant: null, Direction: null, Type: null or CallType.External }
            ? await metrics.ReadAsync(
                new MetricQuery { Metrics = s_metrics, Range = filter.Range, Granularity = TimeBuckets.Suited(filter.Range) }, cancellationToken)
            : null;
}
