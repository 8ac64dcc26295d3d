namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Spreads one series' points over the steps of a line.</summary>
internal sealed class SeriesSteps
{
    // Rollups are a minute apart, so a longer silence than two is a gap, over which nothing is known.
    private const long LongestGap = 150_000;

    private readonly long _from;
    private readonly long _step;
    private readonly int _count;
    private readonly double[] _sums;
    private readonly double[] _weights;
    private readonly double[] _last;
    private readonly bool[] _any;

    public SeriesSteps(long from, long step, int count, int buckets)
    {
        (_from, _step, _count) = (from, step, count);
        (_sums, _weights, _last, _any) = (new double[count], new double[count], new double[count], new bool[count]);
        if (buckets > 0)
        {
            Counts = new double[count];
            Buckets = new double[count * buckets];
        }
    }

    /// <summary>Histogram: the values recorded in each step.</summary>
    public double[] Counts { get; } = [];

    /// <summary>Histogram: the values in each step and bucket.</summary>
    public double[] Buckets { get; } = [];

    /// <summary>What was added up in each step: a sum's increase, a histogram's sum.</summary>
    public ReadOnlySpan<double> Sums => _sums;

    /// <summary>Whether something is known of a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>True when it is.</returns>
    public bool Has(int step) => _any[step];

    /// <summary>A gauge's mean in a step, each value standing until the next.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The mean.</returns>
    public double Mean(int step) => _weights[step] > 0 ? _sums[step] / _weights[step] : _last[step];

    /// <summary>The value that stood last in a step.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The value.</returns>
    public double Last(int step) => _last[step];

    /// <summary>Spreads a series' chunks.</summary>
    /// <param name="chunks">The chunks.</param>
    /// <param name="exemplars">Where exemplars go.</param>
    public void Add(SeriesChunks chunks, List<PointExemplar> exemplars)
    {
        var series = chunks.Series;
        var description = series.Instrument.Description;
        var before = new long[series.Buckets];
        var (time, value, count, any) = (0L, 0d, 0L, false);
        foreach (var chunk in chunks.Chunks)
        {
            var reader = new ChunkReader(chunk.Span, series.Buckets);
            while (reader.Next())
            {
                ref readonly var point = ref reader.Current;
                if (point.Exemplar.Trace != 0)
                {
                    exemplars.Add(point.Exemplar);
                }

                if (description.Kind is InstrumentKind.Gauge || (description.Kind is InstrumentKind.UpDownCounter && !description.Delta))
                {
                    Stand(any, time, value, point);
                }
                else if (description.Delta)
                {
                    // What it stands for began with the point before; of the first that is not known.
                    Spread(any && point.Time - time <= LongestGap ? time : point.Time - 1, point.Time, point.Value, point.Count, point.Buckets, []);
                }
                else if (any)
                {
                    Increase(time, value, count, before, point);
                }

                (time, value, count, any) = (point.Time, point.Value, point.Count, true);
                point.Buckets.CopyTo(before);
            }
        }

        if (any && description.Kind is InstrumentKind.Gauge or InstrumentKind.UpDownCounter && !description.Delta)
        {
            Note(Step(time), value);
        }
    }

    private void Increase(long time, double value, long count, long[] before, in ChunkPoint point)
    {
        // After a reset the sum began at 0 again.
        var reset = before.Length > 0 ? point.Count < count : point.Value < value;
        Spread(
            time, point.Time, point.Value - (reset ? 0 : value), point.Count - (reset ? 0 : count), point.Buckets, reset ? [] : before);
    }

    // An increase between two points belongs to the steps in between, to each by its share of the time.
    private void Spread(long from, long to, double sum, long count, ReadOnlySpan<long> buckets, ReadOnlySpan<long> before)
    {
        var length = to - from;
        if (length <= 0)
        {
            return;
        }

        var (first, last) = (Math.Max(0, Step(from)), Math.Min(_count - 1, Step(to - 1)));
        for (var step = first; step <= last; step++)
        {
            var begin = Math.Max(from, _from + (step * _step));
            var end = Math.Min(to, _from + ((step + 1) * _step));
            var share = (end - begin) / (double)length;
            _sums[step] += sum * share;
            _any[step] = true;
            if (Counts.Length > 0)
            {
                Counts[step] += count * share;
                var row = Buckets.AsSpan(step * buckets.Length, buckets.Length);
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += (buckets[i] - (before.IsEmpty ? 0 : before[i])) * share;
                }
            }
        }
    }

    private void Stand(bool any, long time, double value, in ChunkPoint point)
    {
        if (any && point.Time - time <= LongestGap)
        {
            var (first, last) = (Math.Max(0, Step(time)), Math.Min(_count - 1, Step(point.Time - 1)));
            for (var step = first; step <= last; step++)
            {
                var begin = Math.Max(time, _from + (step * _step));
                var end = Math.Min(point.Time, _from + ((step + 1) * _step));
                _sums[step] += value * Math.Max(0, end - begin);
                _weights[step] += Math.Max(0, end - begin);
                Note(step, value);
            }
        }
        else if (any)
        {
            Note(Step(time), value);
        }
    }

    private void Note(int step, double value)
    {
        if (step >= 0 && step < _count)
        {
            _last[step] = value;
            _any[step] = true;
        }
    }

    private int Step(long time) => (int)Math.Clamp(Math.Floor((time - _from) / (double)_step), -1, _count);
}
