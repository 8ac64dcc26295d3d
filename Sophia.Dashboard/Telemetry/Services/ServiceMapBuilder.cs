using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Finds who calls whom: a request's span names its caller's span as parent; a call without such a request goes to whoever answered others at its address, else to a peer that sends no spans.</summary>
internal sealed class ServiceMapBuilder(TelemetryStore store, SpanWindow window, CancellationToken cancellationToken)
{
    // Protects time and memory; the latest calls are what a map is looked at for.
    private const int MostCalls = 150_000;
    private const int MostNodes = 200;
    private const int MostEdges = 1_000;

    private readonly ServiceNames _services = new(store.Resources);
    // By trace and span folded together: of 150,000 calls two would have the same number once in a billion maps.
    private readonly Dictionary<ulong, Call> _calls = [];
    // The service that answers at an address; null where several do. As many as there are names of peers.
    private readonly Dictionary<int, string?> _answering = [];
    private readonly Dictionary<(string From, string To), DurationHistogram> _edges = [];
    private readonly Dictionary<string, (bool Instrumented, string Kind, DurationHistogram Totals)> _nodes = new(StringComparer.Ordinal);

    /// <summary>Finds them.</summary>
    /// <returns>The map.</returns>
    public ServiceMap Build()
    {
        window.Visit(Collect, cancellationToken);
        window.Visit(Answer, cancellationToken);
        foreach (var call in _calls.Values.Where(static call => !call.Answered && call.Peer != Store.NameTable.None))
        {
            var (caller, peer) = (_services[call.Resource], Called(call));
            // A call to a known service whose request is not kept (sampled, or not come yet) still goes to that service.
            if (!_nodes.ContainsKey(peer))
            {
                Node(peer, instrumented: false, Kind(call.Category));
            }

            if (!_nodes[peer].Instrumented)
            {
                _nodes[peer].Totals.Add(call.Latency, call.Error, call.Count);
            }

            Edge(caller, peer).Add(call.Latency, call.Error, call.Count);
            Node(caller, instrumented: true, "service");
        }

        var nodes = _nodes.OrderByDescending(static node => node.Value.Totals.Count).Take(MostNodes)
            .Select(node => new ServiceMapNode(node.Key, node.Value.Instrumented, node.Value.Kind, node.Value.Totals.ToTotals(window.Covered))).ToArray();
        var shown = nodes.Select(static node => node.Name).ToHashSet(StringComparer.Ordinal);
        var edges = _edges.Where(edge => shown.Contains(edge.Key.From) && shown.Contains(edge.Key.To))
            .OrderByDescending(static edge => edge.Value.Count).Take(MostEdges)
            .Select(edge => new ServiceMapEdge(edge.Key.From, edge.Key.To, edge.Value.ToTotals(window.Covered)));
        return new ServiceMap(window.From, window.To, window.CoveredFrom, nodes, [.. edges]);
    }

    private void Collect(in SpanHeader header)
    {
        if (header.Kind is SpanKind.Client or SpanKind.Producer && _calls.Count < MostCalls)
        {
            _calls[Key(header.Trace, header.Span)] = new Call(header.Resource, header.Peer, header.Category, header.Latency, header.IsError, header.Count, Answered: false);
        }
    }

    private void Answer(in SpanHeader header)
    {
        if (!header.IsRequest)
        {
            return;
        }

        var service = _services[header.Resource];
        Node(service, instrumented: true, "service").Add(header.Latency, header.IsError, header.Count);
        ref var call = ref CollectionsMarshal.GetValueRefOrNullRef(_calls, Key(header.Trace, header.Parent));
        if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref call))
        {
            call = call with { Answered = true };
            Learn(call, service);
            Edge(_services[call.Resource], service).Add(header.Latency, header.IsError, header.Count);
            Node(_services[call.Resource], instrumented: true, "service");
        }
    }

    // A broker or a proxy passes on, so that those who answer say nothing of it.
    private static bool IsDirect(in Call call) => call.Category is SpanCategory.Http or SpanCategory.Rpc && call.Peer != Store.NameTable.None;

    private void Learn(in Call call, string service)
    {
        if (IsDirect(call))
        {
            _answering[call.Peer] = !_answering.TryGetValue(call.Peer, out var known) || known == service ? service : null;
        }
    }

    private string Called(in Call call) =>
        IsDirect(call) && _answering.GetValueOrDefault(call.Peer) is { } service ? service : store.Names[call.Peer];

    private static ulong Key(UInt128 trace, ulong span) => (ulong)trace ^ (ulong)(trace >> 64) ^ (span * 0x9E3779B97F4A7C15);

    private DurationHistogram Node(string name, bool instrumented, string kind)
    {
        if (!_nodes.TryGetValue(name, out var node))
        {
            _nodes.Add(name, node = (instrumented, kind, new DurationHistogram()));
        }

        return node.Totals;
    }

    private DurationHistogram Edge(string from, string to)
    {
        if (!_edges.TryGetValue((from, to), out var edge))
        {
            _edges.Add((from, to), edge = new DurationHistogram());
        }

        return edge;
    }

    private static string Kind(SpanCategory category) => category switch
    {
        SpanCategory.Other => "other",
        SpanCategory.Http => "http",
        SpanCategory.Database => "database",
        SpanCategory.Messaging => "messaging",
        SpanCategory.Rpc => "rpc",
        SpanCategory.GenAI => "genai",
    };

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Call(int Resource, int Peer, SpanCategory Category, long? Latency, bool Error, double Count, bool Answered);
}
