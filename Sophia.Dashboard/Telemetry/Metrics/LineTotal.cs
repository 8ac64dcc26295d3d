namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>One line of a chart, while its series are added up.</summary>
internal sealed class LineTotal
{
    private readonly InstrumentDescription _description;
    private readonly long _from;
    private readonly long _step;
    private readonly double[] _values;
    private readonly double[] _counts;
    private readonly bool[] _any;
    private double[] _buckets = [];
    private double[]? _bounds;

    public LineTotal(IReadOnlyList<TelemetryAttribute> labels, InstrumentDescription description, long from, long step, int count)
    {
        (Labels, _description, _from, _step) = (labels, description, from, step);
        (_values, _counts, _any) = (new double[count], new double[count], new bool[count]);
    }

    /// <summary>The dimensions it stands for.</summary>
    public IReadOnlyList<TelemetryAttribute> Labels { get; }

    /// <summary>Adds a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="steps">Its steps.</param>
    public void Add(SeriesEntry series, SeriesSteps steps)
    {
        for (var step = 0; step < _values.Length; step++)
        {
            if (!steps.Has(step))
            {
                continue;
            }

            _any[step] = true;
            _values[step] += _description.Kind switch
            {
                InstrumentKind.Gauge => steps.Mean(step),
                InstrumentKind.UpDownCounter => _description.Delta ? steps.Sums[step] : steps.Last(step),
                InstrumentKind.Counter => steps.Sums[step],
                InstrumentKind.Histogram => steps.Sums[step],
            };
        }

        if (_description.Kind == InstrumentKind.Histogram)
        {
            AddBuckets(series.Bounds, steps);
        }
    }

    /// <summary>Makes the line.</summary>
    /// <returns>The line.</returns>
    public MetricLine ToLine() => new(Labels, [.. Enumerable.Range(0, _values.Length).Select(Point)]);

    /// <summary>What the line is ordered by: its greatest value.</summary>
    /// <returns>The value.</returns>
    public double Greatest() => _description.Kind == InstrumentKind.Histogram ? _counts.Max() : _values.Max(Math.Abs);

    private void AddBuckets(double[] bounds, SeriesSteps steps)
    {
        if (_bounds is null)
        {
            _bounds = bounds;
            _buckets = new double[_values.Length * (bounds.Length + 1)];
        }

        var (from, to) = (bounds.Length + 1, _bounds.Length + 1);
        for (var step = 0; step < _values.Length; step++)
        {
            _counts[step] += steps.Counts[step];
            for (var i = 0; i < from; i++)
            {
                // Of a series with other bounds, values count in the bucket in which their own bucket ends.
                var target = bounds == _bounds || i == bounds.Length ? Math.Min(i == bounds.Length ? to - 1 : i, to - 1) : UpperBucket(bounds[i]);
                _buckets[(step * to) + target] += steps.Buckets[(step * from) + i];
            }
        }
    }

    private int UpperBucket(double bound)
    {
        var at = Array.BinarySearch(_bounds!, bound);
        return at >= 0 ? at : ~at;
    }

    private MetricPoint Point(int step)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(_from + (step * _step));
        if (!_any[step])
        {
            return new MetricPoint(time, null, null, null, null, null);
        }

        switch (_description.Kind)
        {
            case InstrumentKind.Gauge or InstrumentKind.UpDownCounter:
                return new MetricPoint(time, _values[step], null, null, null, null);
            case InstrumentKind.Counter:
                return new MetricPoint(time, _values[step] / (_step / 1000d), null, null, null, null);
            case InstrumentKind.Histogram:
                var counts = _buckets.AsSpan(step * (_bounds!.Length + 1), _bounds.Length + 1);
                return new MetricPoint(
                    time, _counts[step] > 0 ? _values[step] / _counts[step] : null, (long)Math.Round(_counts[step]),
                    HistogramPercentiles.Read(_bounds, counts, 0.5), HistogramPercentiles.Read(_bounds, counts, 0.9),
                    HistogramPercentiles.Read(_bounds, counts, 0.99));
            default:
                throw new InvalidOperationException($"{_description.Kind} is no kind of instrument.");
        }
    }
}
