using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Computes overview, service map and heat map from the kept spans. Singleton; does not block the caller's thread.</summary>
public sealed class ServiceQueries
{
    private const int MostColumns = 240;

    // Two rows to each doubling of the duration.
    private const int RowBuckets = DurationHistogram.PerDoubling / 2;

    private readonly TelemetryStore _store;

    internal ServiceQueries(TelemetryStore store) => _store = store;

    /// <summary>Rate, errors and duration of every service and endpoint.</summary>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The overview.</returns>
    public Task<ServicesAnswer> OverviewAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.Run(() => Overview(from, to, cancellationToken), cancellationToken);

    /// <summary>Who calls whom.</summary>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The map.</returns>
    public Task<ServiceMap> MapAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        Task.Run(() => new ServiceMapBuilder(_store, new SpanWindow(_store, from, to), cancellationToken).Build(), cancellationToken);

    /// <summary>The latencies of a service's requests.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operation">One endpoint of it; null for all.</param>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="columns">How many columns; 1 to 240.</param>
    /// <param name="cancellationToken">Ends the computation.</param>
    /// <returns>The heat map.</returns>
    public Task<LatencyHeatMap> HeatMapAsync(
        string service, string? operation, DateTimeOffset from, DateTimeOffset to, int columns, CancellationToken cancellationToken) => Task.Run(
        () => HeatMap(service, operation, from, to, Math.Clamp(columns, 1, MostColumns), cancellationToken), cancellationToken);

    private ServicesAnswer Overview(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var window = new SpanWindow(_store, from, to);
        var services = new ServiceNames(_store.Resources);
        var totals = new Dictionary<string, ServiceTotal>(StringComparer.Ordinal);
        var (begin, length) = (UnixNanoseconds.From(from), Math.Max(1, UnixNanoseconds.From(to) - UnixNanoseconds.From(from)));
        window.Visit(
            (in header) =>
            {
                if (header.IsRequest)
                {
                    var service = services[header.Resource];
                    if (!totals.TryGetValue(service, out var total))
                    {
                        totals.Add(service, total = new ServiceTotal());
                    }

                    total.Add(header, begin, length);
                }
            },
            cancellationToken);
        return new ServicesAnswer(
            from, to, window.CoveredFrom,
            [.. totals.OrderByDescending(static pair => pair.Value.Count).Select(pair => pair.Value.ToOverview(pair.Key, window, _store.Names))]);
    }

    private LatencyHeatMap HeatMap(
        string service, string? operation, DateTimeOffset from, DateTimeOffset to, int columns, CancellationToken cancellationToken)
    {
        var window = new SpanWindow(_store, from, to);
        var resources = _store.Resources.Select(service) ?? [];
        var name = operation is null ? (int?)null : _store.Names.Find(operation) ?? -1;
        var (begin, length) = (UnixNanoseconds.From(from), Math.Max(1, UnixNanoseconds.From(to) - UnixNanoseconds.From(from)));
        var cells = new Dictionary<(int Column, int Row), double>();
        window.Visit(
            (in header) =>
            {
                if (header.IsRequest && header.Latency is { } latency && resources.Contains(header.Resource) && (name is null || header.Name == name))
                {
                    var cell = ((int)((Int128)(header.Start - begin) * columns / length), (DurationHistogram.Bucket(latency) + RowBuckets - 1) / RowBuckets);
                    cells[cell] = cells.GetValueOrDefault(cell) + header.Count;
                }
            },
            cancellationToken);
        var rows = cells.Count == 0 ? [] : Enumerable.Range(cells.Keys.Min(static cell => cell.Row), cells.Keys.Max(static cell => cell.Row) - cells.Keys.Min(static cell => cell.Row) + 1).ToArray();
        var step = (to - from) / columns;
        return new LatencyHeatMap(
            from, step, window.CoveredFrom,
            [.. rows.Select(static row => UnixNanoseconds.ToSpan((long)DurationHistogram.UpperEnd(row * RowBuckets)))],
            [
                .. Enumerable.Range(0, columns).Select(column => window.CoveredFrom > from + (step * (column + 1))
                    ? null
                    : (IReadOnlyList<long>)[.. rows.Select(row => (long)Math.Round(cells.GetValueOrDefault((column, row))))]),
            ]);
    }
}
