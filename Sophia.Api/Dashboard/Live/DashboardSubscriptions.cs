using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sophia.Api.Live;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard.Live;

/// <summary>What one live channel has asked for.</summary>
internal sealed class DashboardSubscriptions(
    DashboardAnswers answers, LiveSelections selections, MetricSequence sequence, FreshnessMonitor freshness, LiveLatency latency) : ILiveFeed
{
    // A dashboard page has about five; this bounds what one reader can make the server compute.
    private const int Most = 16;
    private const int LongestId = 64;

    private static readonly JsonTypeInfo<DashboardRequest> s_request =
        (JsonTypeInfo<DashboardRequest>)new DashboardJson(new JsonSerializerOptions(DashboardJson.Default.Options)
        {
            // Members of JSON objects have no order, so "type" need not come first.
            AllowOutOfOrderMetadataProperties = true,
        }).GetTypeInfo(typeof(DashboardRequest))!;

    private readonly Lock _gate = new();

    // Bounded by Most.
    private readonly Dictionary<string, DashboardSubscription> _byId = new(StringComparer.Ordinal);

    public KeyValuePair<string, object?> Tag { get; } = new("channel", "dashboard");

    public RentedBuffer? Handle(ReadOnlySpan<byte> request) => CarryOut(request) is { } refusal ? DashboardFrames.Write(refusal) : null;

    public async IAsyncEnumerable<RentedBuffer> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var subscription in All())
        {
            await foreach (var frame in subscription.NewsAsync(cancellationToken))
            {
                yield return frame;
            }
        }
    }

    private DashboardMessage.Refusal? CarryOut(ReadOnlySpan<byte> request)
    {
        DashboardRequest? read;
        try
        {
            read = JsonSerializer.Deserialize(request, s_request);
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return Refuse(null, "request", """Expected {"type":"subscribe","id":"…","metrics":["…"]} or {"type":"unsubscribe","id":"…"}.""");
        }

        return read switch
        {
            { Id: null or { Length: 0 or > LongestId } } => Refuse(null, "id", $"Expected 1 to {LongestId} characters."),
            DashboardRequest.Subscribe subscribe => Subscribe(subscribe),
            DashboardRequest.Unsubscribe unsubscribe => Unsubscribe(unsubscribe.Id),
            _ => Refuse(null, "request", "Expected an object."),
        };
    }

    private IReadOnlyList<DashboardSubscription> All()
    {
        lock (_gate)
        {
            return [.. _byId.Values];
        }
    }

    private DashboardMessage.Refusal? Subscribe(DashboardRequest.Subscribe request)
    {
        if (request.Metrics is null || request.Metrics.Any(static metric => metric is null))
        {
            return Refuse(request.Id, "metrics", "Expected an array of metric keys or patterns.");
        }

        var text = new MetricQueryText
        {
            Metrics = request.Metrics,
            From = request.From,
            To = request.To,
            Granularity = request.Granularity,
            GroupBy = request.GroupBy,
            Compare = request.Compare,
            Filter = request.Filter,
        };
        var errors = selections.Read(text, out var selection);
        if (selection is null)
        {
            return new DashboardMessage.Refusal { Id = request.Id, Errors = errors };
        }

        lock (_gate)
        {
            if (_byId.Count >= Most && !_byId.ContainsKey(request.Id))
            {
                return Refuse(request.Id, "id", $"A channel holds at most {Most} subscriptions; end one first.");
            }

            _byId[request.Id] = new DashboardSubscription(request.Id, selection, request.LastSequence, answers, sequence, freshness, latency);
        }

        return null;
    }

    private DashboardMessage.Refusal? Unsubscribe(string id)
    {
        lock (_gate)
        {
            _byId.Remove(id);
        }

        return null;
    }

    private static DashboardMessage.Refusal Refuse(string? id, string field, string error) =>
        new() { Id = id, Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [error] } };
}
