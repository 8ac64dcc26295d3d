using System.Globalization;
using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>Reads <c>gen_ai.*</c> spans as conversations. Singleton; does not block the caller's thread.</summary>
public sealed class AgentQueries
{
    private const int MostConversations = 500;
    private const int MostTurns = 1_000;

    // Protects memory: the latest turns are what the page is looked at for.
    private const int MostSpans = 20_000;

    private readonly TelemetryStore _store;
    private readonly IReadOnlyDictionary<string, ModelPrice> _prices;

    internal AgentQueries(TelemetryStore store, IOptions<TelemetryOptions> options) => (_store, _prices) = (store, options.Value.ModelPrices);

    /// <summary>Finds conversations, the latest first.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="limit">At most this many; 1 to 500.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The conversations.</returns>
    public Task<IReadOnlyList<AgentConversation>> FindAsync(string? resource, int limit, CancellationToken cancellationToken) => Task.Run<IReadOnlyList<AgentConversation>>(
        () =>
        [
            .. Turns(resource, trace: null, cancellationToken)
                .GroupBy(static turn => Id(turn.Span), StringComparer.Ordinal)
                .Select(static group => Summarize(group.Key, [.. group.OrderBy(static turn => turn.Span.Start)]))
                .OrderByDescending(static conversation => conversation.Start)
                .Take(Math.Clamp(limit, 1, MostConversations)),
        ],
        cancellationToken);

    /// <summary>Reads a conversation's turns, in order.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Its turns; empty where it is not kept; at most 1,000.</returns>
    public Task<IReadOnlyList<AgentTurn>> TurnsAsync(string id, CancellationToken cancellationToken) => Task.Run<IReadOnlyList<AgentTurn>>(
        () =>
        [
            .. Turns(resource: null, TraceIds.Trace(id) is var trace && trace != 0 ? trace : null, cancellationToken)
                .Where(turn => Id(turn.Span) == id).OrderBy(static turn => turn.Span.Start).Take(MostTurns),
        ],
        cancellationToken);

    private List<AgentTurn> Turns(string? resource, UInt128? trace, CancellationToken cancellationToken)
    {
        var resources = _store.Resources.Select(resource);
        var reader = new RecordReader<SpanHeader>(1 << 16);
        var turns = new List<AgentTurn>();
        var scan = new RecordScan<SpanHeader>(
            _store.Spans, long.MaxValue, long.MinValue, long.MaxValue, new SearchClock(_store.Clock, _store.SearchTime, cancellationToken));
        while (turns.Count < MostSpans && scan.Next())
        {
            ref readonly var header = ref scan.Current;
            if (header.Category == SpanCategory.GenAI && (trace is null || header.Trace == trace) && resources?.Contains(header.Resource) != false)
            {
                turns.Add(Turn(SpanReader.Read(_store, scan.Before, header, reader.Read(scan.Segment, header))));
            }
        }

        return turns;
    }

    private AgentTurn Turn(SpanEntry span)
    {
        string? Value(string key) => span.Attributes.FirstOrDefault(attribute => attribute.Key == key).Value;
        long? Number(string key) => long.TryParse(Value(key), CultureInfo.InvariantCulture, out var number) ? number : null;
        var messages = new List<AgentMessage>();
        AgentMessages.Read(Value("gen_ai.system_instructions"), "system", messages);
        AgentMessages.Read(Value("gen_ai.input.messages"), "user", messages);
        if (Value("gen_ai.tool.call.arguments") is { } arguments)
        {
            messages.Add(new AgentMessage("assistant", "tool_call", arguments, Value("gen_ai.tool.name"), Value("gen_ai.tool.call.id")));
        }

        if (Value("gen_ai.tool.call.result") is { } result)
        {
            messages.Add(new AgentMessage("tool", "tool_call_response", result, Value("gen_ai.tool.name"), Value("gen_ai.tool.call.id")));
        }

        AgentMessages.Read(Value("gen_ai.output.messages"), "assistant", messages);
        var model = Value("gen_ai.response.model") ?? Value("gen_ai.request.model");
        var (input, output) = (Number("gen_ai.usage.input_tokens"), Number("gen_ai.usage.output_tokens"));
        var price = model is null ? null : _prices.GetValueOrDefault(model);
        return new AgentTurn(
            span, Value("gen_ai.operation.name") ?? span.Name, Value("gen_ai.agent.name"), Value("gen_ai.provider.name") ?? Value("gen_ai.system"), model,
            Value("gen_ai.tool.name"), input, output,
            price is null || (input is null && output is null)
                ? null
                : (((input ?? 0) * price.InputPerMillion) + ((output ?? 0) * price.OutputPerMillion)) / 1_000_000m,
            price?.Currency, messages);
    }

    private static string Id(SpanEntry span) =>
        span.Attributes.FirstOrDefault(static attribute => attribute.Key == "gen_ai.conversation.id").Value is { Length: > 0 } id ? id : span.TraceId;

    private static AgentConversation Summarize(string id, AgentTurn[] turns)
    {
        // An agent's run repeats the tokens of the answers inside it, so only the answers themselves are added up.
        var answers = turns.Where(static turn => turn.Operation is not ("invoke_agent" or "create_agent" or "execute_tool")).ToArray();
        var counted = answers.Length > 0 ? answers : turns;
        var start = turns[0].Span.Start;
        var priced = counted.Where(static turn => turn.InputTokens is not null || turn.OutputTokens is not null).ToArray();
        var currencies = priced.Select(static turn => turn.Currency).Distinct(StringComparer.Ordinal).ToArray();
        var costKnown = priced.Length > 0 && currencies is [not null] && Array.TrueForAll(priced, static turn => turn.Cost is not null);
        return new AgentConversation(
            id, turns[0].Span.Service, turns.Select(static turn => turn.Agent).FirstOrDefault(static agent => agent is not null), start,
            turns.Max(static turn => turn.Span.Start + turn.Span.Duration) - start, turns.Length,
            turns.Count(static turn => turn.Span.Status == SpanStatus.Error),
            [.. turns.Select(static turn => turn.Model).OfType<string>().Distinct(StringComparer.Ordinal)],
            Sum(counted.Select(static turn => turn.InputTokens)), Sum(counted.Select(static turn => turn.OutputTokens)),
            costKnown ? priced.Sum(static turn => turn.Cost) : null, costKnown ? currencies[0] : null, turns[0].Span.TraceId);
    }

    private static long? Sum(IEnumerable<long?> numbers)
    {
        var known = numbers.OfType<long>().ToArray();
        return known.Length == 0 ? null : known.Sum();
    }
}
