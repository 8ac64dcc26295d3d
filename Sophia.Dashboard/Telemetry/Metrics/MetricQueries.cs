using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Answers what pages and HTTP API ask about metrics. Singleton; does not block the caller's thread.</summary>
public sealed class MetricQueries
{
    /// <summary>The label of a line or filter that stands for the process.</summary>
    public const string InstanceLabel = "instance";

    private const int UsualPoints = 240;
    private const int MostPoints = 2_000;
    private const int MostLines = 50;
    private const int MostExemplars = 200;
    private const int MostValues = 200;

    // A sum's increase at the window's begin needs the point before it; rollups are a minute apart.
    private const long Before = 150_000;

    private readonly MetricStore _store;

    internal MetricQueries(TelemetryStore store) => _store = store.Metrics;

    /// <summary>All instruments, by service, meter and name.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The instruments.</returns>
    public Task<IReadOnlyList<MetricInstrument>> InstrumentsAsync(string? resource, CancellationToken cancellationToken) => Task.Run<IReadOnlyList<MetricInstrument>>(
        () =>
        [
            .. _store.Instruments()
                .Where(instrument => string.IsNullOrEmpty(resource) || instrument.Resource.Is(resource))
                .GroupBy(static instrument => (instrument.Resource.Service, instrument.Description.Meter, instrument.Description.Name))
                .Select(group => Describe([.. group]))
                .Where(static instrument => instrument.Series > 0)
                .OrderBy(static instrument => instrument.Service, StringComparer.Ordinal)
                .ThenBy(static instrument => instrument.Meter, StringComparer.Ordinal)
                .ThenBy(static instrument => instrument.Name, StringComparer.Ordinal),
        ],
        cancellationToken);

    /// <summary>What tells the series of an instrument apart.</summary>
    /// <param name="resource">A process's key or a service's name.</param>
    /// <param name="meter">The meter's name.</param>
    /// <param name="instrument">The instrument's name.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Its dimensions; empty where the instrument is not known.</returns>
    public Task<IReadOnlyList<MetricDimension>> DimensionsAsync(string resource, string meter, string instrument, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<MetricDimension>>(
            () =>
            {
                var values = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
                foreach (var label in Find(resource, meter, instrument).SelectMany(_store.SeriesOf).SelectMany(Labels))
                {
                    if (!values.TryGetValue(label.Key, out var known))
                    {
                        values.Add(label.Key, known = new SortedSet<string>(StringComparer.Ordinal));
                    }

                    known.Add(label.Value);
                }

                return [.. values.Select(static pair => new MetricDimension(pair.Key, [.. pair.Value.Take(MostValues)], pair.Value.Count > MostValues))];
            },
            cancellationToken);

    /// <summary>Reads points.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The points; null where the instrument is not known.</returns>
    public Task<MetricAnswer?> ReadAsync(MetricQuery query, CancellationToken cancellationToken) =>
        Task.Run(() => Read(query, cancellationToken), cancellationToken);

    /// <summary>Reads points on the caller's thread.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The points; null where the instrument is not known.</returns>
    internal MetricAnswer? Read(MetricQuery query, CancellationToken cancellationToken)
    {
        var instruments = Find(query.Resource, query.Meter, query.Instrument);
        if (instruments.Length == 0)
        {
            return null;
        }

        // Processes may disagree, after a change of the code; the latest one's word counts.
        var description = instruments[^1].Description;
        var from = query.From.ToUnixTimeMilliseconds();
        var to = Math.Max(from + 1000, query.To.ToUnixTimeMilliseconds());
        var step = Step(query.Step, to - from);
        var count = (int)((to - from + step - 1) / step);
        var series = instruments.Where(instrument => instrument.Description.Kind == description.Kind).SelectMany(_store.SeriesOf)
            .Where(entry => Matches(entry, query.Filters)).OrderBy(static entry => entry.Id).ToArray();
        var lines = new Dictionary<string, LineTotal>(StringComparer.Ordinal);
        var exemplars = new List<PointExemplar>();
        foreach (var chunks in _store.Read(series, from - Before, to, cancellationToken))
        {
            var steps = new SeriesSteps(from, step, count, chunks.Series.Buckets);
            steps.Add(chunks, exemplars);
            var labels = LineLabels(chunks.Series, query.GroupBy);
            var key = string.Join('\n', labels.Select(static label => $"{label.Key}={label.Value}"));
            if (!lines.TryGetValue(key, out var line))
            {
                lines.Add(key, line = new LineTotal(labels, description, from, step, count));
            }

            line.Add(chunks.Series, steps);
        }

        var shown = lines.Values.OrderByDescending(static line => line.Greatest()).Take(MostLines).Select(static line => line.ToLine()).ToArray();
        return new MetricAnswer(
            Describe(instruments), query.From, query.To, TimeSpan.FromMilliseconds(step), from < _store.PointsSince, shown, lines.Count - shown.Length,
            [
                .. exemplars.Where(exemplar => exemplar.Time >= from && exemplar.Time < to).OrderByDescending(static exemplar => exemplar.Time)
                    .Distinct().Take(MostExemplars)
                    .Select(static exemplar => new MetricExemplar(
                        DateTimeOffset.FromUnixTimeMilliseconds(exemplar.Time), exemplar.Value, TraceIds.Text(exemplar.Trace), TraceIds.Text(exemplar.Span))),
            ]);
    }

    private InstrumentEntry[] Find(string resource, string meter, string name) =>
    [
        .. _store.Instruments()
            .Where(instrument => instrument.Resource.Is(resource) && instrument.Description.Meter == meter && instrument.Description.Name == name)
            .OrderBy(static instrument => instrument.Resource.LastSeen).ThenBy(static instrument => instrument.Id),
    ];

    private MetricInstrument Describe(InstrumentEntry[] instruments)
    {
        var latest = instruments.MaxBy(static instrument => (instrument.Resource.LastSeen, instrument.Id))!;
        var series = instruments.SelectMany(_store.SeriesOf).ToArray();
        var seen = series.Length == 0 ? 0 : Math.Max(0, series.Max(static entry => entry.LastTime));
        return new MetricInstrument(
            latest.Resource.Service, latest.Description.Meter, latest.Description.Name, latest.Description.Description, latest.Description.Unit,
            latest.Description.Kind, series.Length, DateTimeOffset.FromUnixTimeMilliseconds(seen),
            Array.Exists(instruments, static instrument => instrument.Overflow));
    }

    private static bool Matches(SeriesEntry series, IReadOnlyList<AttributeFilter> filters) => filters.All(
        filter => filter.Matches(Labels(series).Where(label => label.Key == filter.Key).Select(static label => label.Value).FirstOrDefault()));

    private static IEnumerable<TelemetryAttribute> Labels(SeriesEntry series) => series.Instrument.Resource.Instance is { } instance
        ? series.Labels.Append(new TelemetryAttribute(InstanceLabel, instance, AttributeKind.Text))
        : series.Labels;

    private static TelemetryAttribute[] LineLabels(SeriesEntry series, IReadOnlyList<string>? groupBy) => groupBy is null
        ? [.. Labels(series)]
        : [.. Labels(series).Where(label => groupBy.Contains(label.Key, StringComparer.Ordinal))];

    // Wide enough that a window of rollups has a point in each step.
    private static long Step(TimeSpan? wanted, long length)
    {
        var least = Math.Max(1000, (length + MostPoints - 1) / MostPoints);
        return wanted is { } step ? Math.Max(least, (long)step.TotalMilliseconds) : Math.Max(1000, (length + UsualPoints - 1) / UsualPoints / 1000 * 1000);
    }
}
