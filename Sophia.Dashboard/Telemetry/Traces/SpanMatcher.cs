using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Tries a query's conditions on single spans, those that need no reading first.</summary>
internal sealed class SpanMatcher
{
    private const int AttributeField = 9;
    private readonly TelemetryStore _store;
    private readonly TraceQuery _query;
    private readonly HashSet<int>? _resources;
    private readonly UInt128? _trace;
    private readonly int? _operation;
    private readonly long _minimum;
    private readonly long _maximum;
    private readonly bool? _hasError;
    private readonly AttributeMatcher _filters;
    private readonly Dictionary<int, bool> _names = [];

    /// <summary>Prepares the conditions.</summary>
    /// <param name="store">The processes and names.</param>
    /// <param name="query">The query.</param>
    /// <param name="ofTrace">Whether duration and "no error" are meant of whole traces.</param>
    public SpanMatcher(TelemetryStore store, TraceQuery query, bool ofTrace)
    {
        (_store, _query) = (store, query);
        _resources = store.Resources.Select(query.Resource);
        _trace = query.TraceId is null ? null : TraceIds.Trace(query.TraceId);
        _operation = query.Operation is null ? null : store.Names.Find(query.Operation) ?? -1;
        _minimum = ofTrace ? 0 : (long)(query.MinimumDuration?.TotalNanoseconds ?? 0);
        _maximum = ofTrace || query.MaximumDuration is null ? long.MaxValue : (long)query.MaximumDuration.Value.TotalNanoseconds;
        _hasError = ofTrace && query.HasError == false ? null : query.HasError;
        _filters = new AttributeMatcher(query.Filters, AttributeField);
    }

    /// <summary>Whether a span satisfies the query.</summary>
    /// <param name="segment">Its segment.</param>
    /// <param name="header">Its header.</param>
    /// <param name="reader">Reads it where that is needed.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(RecordSegment<SpanHeader> segment, in SpanHeader header, RecordReader<SpanHeader> reader)
    {
        if (_resources?.Contains(header.Resource) == false || (_trace is { } trace && header.Trace != trace)
            || (_operation is { } operation && header.Name != operation) || (_query.Category is { } category && header.Category != category)
            || (_query.Kind is { } kind && header.Kind != kind) || (_hasError is { } error && header.IsError != error)
            || header.Duration < _minimum || header.Duration > _maximum || !HasText(header.Name))
        {
            return false;
        }

        if (_filters.IsEmpty)
        {
            return true;
        }

        var (name, status, spanKind) = (_store.Names[header.Name], header.Status, header.Kind);
        return _filters.Matches(reader.Read(segment, header), _store.Resources.Find(header.Resource), key => key switch
        {
            "name" => name,
            "status" => status.ToString(),
            "kind" => spanKind.ToString(),
            _ => null,
        });
    }

    private bool HasText(int name)
    {
        if (string.IsNullOrEmpty(_query.Text))
        {
            return true;
        }

        if (!_names.TryGetValue(name, out var has))
        {
            has = _store.Names[name].Contains(_query.Text, StringComparison.OrdinalIgnoreCase);
            _names.Add(name, has);
        }

        return has;
    }
}
