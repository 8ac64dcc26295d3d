using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>What a service did, while it is added up.</summary>
internal sealed class ServiceTotal
{
    private const int TrendParts = 30;
    private const int MostEndpoints = 200;
    private readonly DurationHistogram _durations = new();
    private readonly Dictionary<int, EndpointTotal> _endpoints = [];
    private readonly double[] _requests = new double[TrendParts];
    private readonly double[] _errors = new double[TrendParts];

    /// <summary>How many requests.</summary>
    public double Count => _durations.Count;

    /// <summary>Adds a request.</summary>
    /// <param name="header">Its span.</param>
    /// <param name="from">The window's begin, in nanoseconds since 1970.</param>
    /// <param name="length">The window's length, in nanoseconds.</param>
    public void Add(in SpanHeader header, long from, long length)
    {
        _durations.Add(header.Latency, header.IsError, header.Count);
        var part = Math.Min(TrendParts - 1, (int)((Int128)(header.Start - from) * TrendParts / length));
        _requests[part] += header.Count;
        _errors[part] += header.IsError ? header.Count : 0;
        if (!_endpoints.TryGetValue(header.Name, out var endpoint))
        {
            _endpoints.Add(header.Name, endpoint = new EndpointTotal());
        }

        endpoint.Add(header);
    }

    /// <summary>Sums up.</summary>
    /// <param name="service">The service.</param>
    /// <param name="window">The window.</param>
    /// <param name="names">The endpoints' names.</param>
    /// <returns>What pages see.</returns>
    public ServiceOverview ToOverview(string service, SpanWindow window, NameTable names) => new(
        service, _durations.ToTotals(window.Covered),
        [
            .. _endpoints.OrderByDescending(static pair => pair.Value.Count).Take(MostEndpoints)
                .Select(pair => pair.Value.ToOverview(names[pair.Key], window.Covered)),
        ],
        Trend(_requests, window), Trend(_errors, window));

    private static IReadOnlyList<long?> Trend(double[] counts, SpanWindow window) =>
        [.. counts.Select((count, part) => (long?)(window.CoveredFrom > window.From + ((window.To - window.From) * ((part + 1) / (double)TrendParts)) ? null : (long)Math.Round(count)))];
}
