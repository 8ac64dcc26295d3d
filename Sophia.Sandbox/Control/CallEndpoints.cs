using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Sandbox.Calls;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Gong;

namespace Sophia.Sandbox.Control;

/// <summary>Levers on calls, and the truth about them.</summary>
internal static class CallEndpoints
{
    public static void MapCalls(this IEndpointRouteBuilder routes)
    {
        var calls = routes.MapGroup("/calls");
        calls.MapPost("", Hold);
        calls.MapGet("/totals", ReadTotals);
        calls.MapPost("/{id}/analyse", Analyse);
        routes.MapPost("/gong/faults", ([FromKeyedServices(GongGate.Faults)] FaultInjection faults, FaultRequest request) => ControlEndpoints.SetFaults(request, faults));
    }

    private static Results<Created<CallSummary>, ProblemHttpResult> Hold(
        [FromBody] HoldCallRequest? request, CallHappenings happenings, CallDetails details, CrmStore store)
    {
        request ??= new HoldCallRequest(null);
        var deal = request.DealId is { } dealId ? store.FindDeal(dealId) : null;
        if (request.DealId is not null && deal is null)
        {
            return TypedResults.Problem("dealId must name a deal.", statusCode: StatusCodes.Status400BadRequest);
        }

        return happenings.Hold(deal, request.Internal, request.Transcript && !request.Internal, request.Analysed) is { } call
            ? TypedResults.Created((string?)null, CallSummary.Of(call, details))
            : TypedResults.Problem("There is no open deal, or no room for calls; restart the sandbox.", statusCode: StatusCodes.Status409Conflict);
    }

    private static Results<Ok<CallSummary>, NotFound> Analyse(string id, CallHappenings happenings, CallDetails details) =>
        ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && happenings.Analyse(number) is { } call
            ? TypedResults.Ok(CallSummary.Of(call, details))
            : TypedResults.NotFound();

    /// <summary>Analyses every call of the range anew: seconds for the whole of a large company.</summary>
    private static Ok<CallTotals> ReadTotals(DateTimeOffset? from, DateTimeOffset? to, CallBook book, CallDetails details)
    {
        List<Call> calls = book.Read(all => all.Where(call => (from is null || call.StartedAt >= from) && (to is null || call.StartedAt < to)).ToList());
        List<Call> external = [.. calls.Where(call => !call.IsInternal)];
        var (ours, theirs) = (0.0, 0.0);
        SortedDictionary<string, int> topics = new(StringComparer.Ordinal);
        foreach (var call in external)
        {
            if (details.ContentOf(call) is not { } content)
            {
                continue;
            }

            var people = details.PeopleOf(call);
            ours += content.TalkSeconds.Where((_, index) => people[index].IsOurs).Sum();
            theirs += content.TalkSeconds.Where((_, index) => !people[index].IsOurs).Sum();
            foreach (var (name, _) in content.Topics.Where(static topic => topic.Seconds > 0))
            {
                topics[name] = topics.GetValueOrDefault(name) + 1;
            }
        }

        return TypedResults.Ok(new CallTotals(
            calls.Count,
            external.Count,
            external.Count(static call => call.HasTranscript && call.IsAnalysed),
            external.Sum(static call => (long)call.DurationSeconds),
            Math.Round(ours, 1),
            Math.Round(theirs, 1),
            topics));
    }
}
