using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads a request's points and finds their series. Not thread-safe; the store's lock guards it.</summary>
internal sealed class MetricDecoder(ResourceTable resources, SeriesTable series)
{
    // OTLP's flag of a point that says that there is none.
    private const ulong NoRecordedValue = 1;
    private const int MostBuckets = 1024;

    private readonly List<byte> _spelling = [];
    private readonly List<byte> _bounds = [];
    private readonly List<long> _counts = [];

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="points">Where the points go.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it may be kept.</exception>
    public void Decode(ReadOnlySpan<byte> request, long receivedAt, DecodedPoints points)
    {
        var records = new ScopedRecords(request, resources, receivedAt);
        while (records.Next())
        {
            if (records.Resource is null)
            {
                points.Reject("More processes than the bound are sending.");
            }
            else
            {
                Metric(ref records, points);
            }
        }
    }

    private void Metric(ref ScopedRecords records, DecodedPoints points)
    {
        ReadOnlySpan<byte> name = default, description = default, unit = default, data = default;
        var form = 0;
        var reader = new ProtoReader(records.Record);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    name = reader.Utf8();
                    break;
                case 2:
                    description = reader.Utf8();
                    break;
                case 3:
                    unit = reader.Utf8();
                    break;
                case 5 or 7 or 9 or 10 or 11:
                    form = reader.Field;
                    data = reader.Bytes();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (name.IsEmpty || form == 0)
        {
            points.Reject("A metric has no name or no data.");
            return;
        }

        var (delta, monotonic) = Aggregation(data);
        var kind = form switch
        {
            5 or 11 => InstrumentKind.Gauge,
            7 => monotonic ? InstrumentKind.Counter : InstrumentKind.UpDownCounter,
            _ => InstrumentKind.Histogram,
        };
        var instrument = series.Instrument(
            records.Resource!, records.ResourceMessage, records.Scope, name, unit, description, kind, delta && form is not (5 or 11));
        var list = new ProtoReader(data);
        while (list.Next())
        {
            if (list.Field != 1)
            {
                list.Skip();
                continue;
            }

            var point = list.Bytes();
            switch (form)
            {
                case 5 or 7:
                    Number(instrument, point, points);
                    break;
                case 9:
                    Histogram(instrument, point, points);
                    break;
                case 10:
                    Exponential(instrument, point, points);
                    break;
                default:
                    Summary(instrument, point, points);
                    break;
            }
        }
    }

    private static (bool Delta, bool Monotonic) Aggregation(ReadOnlySpan<byte> data)
    {
        var (delta, monotonic) = (false, false);
        var reader = new ProtoReader(data);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2 when reader.Wire == WireType.Varint:
                    delta = reader.UInt64() == 1;
                    break;
                case 3 when reader.Wire == WireType.Varint:
                    monotonic = reader.UInt64() != 0;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (delta, monotonic);
    }

    private void Number(InstrumentEntry instrument, ReadOnlySpan<byte> message, DecodedPoints points)
    {
        _spelling.Clear();
        var (time, start, value, flags, exemplar, any) = (0UL, 0UL, 0d, 0UL, default(PointExemplar), false);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    start = reader.Fixed64();
                    break;
                case 3:
                    time = reader.Fixed64();
                    break;
                case 4:
                    (value, any) = (reader.Double(), true);
                    break;
                case 5:
                    Exemplar(reader.Bytes(), ref exemplar);
                    break;
                case 6:
                    (value, any) = ((long)reader.Fixed64(), true);
                    break;
                case 7:
                    Label(reader.Bytes());
                    break;
                case 8:
                    flags = reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (any && (flags & NoRecordedValue) == 0)
        {
            Add(instrument, points, time, start, value, count: 0, exemplar);
        }
    }

    private void Histogram(InstrumentEntry instrument, ReadOnlySpan<byte> message, DecodedPoints points)
    {
        _spelling.Clear();
        _bounds.Clear();
        _counts.Clear();
        var (time, start, sum, count, flags, exemplar) = (0UL, 0UL, 0d, 0L, 0UL, default(PointExemplar));
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    start = reader.Fixed64();
                    break;
                case 3:
                    time = reader.Fixed64();
                    break;
                case 4:
                    count = (long)reader.Fixed64();
                    break;
                case 5:
                    sum = reader.Double();
                    break;
                case 6 when reader.Wire == WireType.Bytes:
                    for (var packed = reader.Bytes(); packed.Length >= 8; packed = packed[8..])
                    {
                        _counts.Add(BinaryPrimitives.ReadInt64LittleEndian(packed));
                    }

                    break;
                case 6:
                    _counts.Add((long)reader.Fixed64());
                    break;
                case 7 when reader.Wire == WireType.Bytes:
                    _bounds.AddRange(reader.Bytes());
                    break;
                case 7:
                    _bounds.AddRange(BitConverter.GetBytes(reader.Fixed64()));
                    break;
                case 8:
                    Exemplar(reader.Bytes(), ref exemplar);
                    break;
                case 9:
                    Label(reader.Bytes());
                    break;
                case 10:
                    flags = reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (_counts.Count == 0)
        {
            // A histogram without buckets has one that takes all.
            _bounds.Clear();
            _counts.Add(count);
        }

        if ((flags & NoRecordedValue) != 0)
        {
            return;
        }

        if (_bounds.Count != (_counts.Count - 1) * 8 || _counts.Count > MostBuckets)
        {
            points.Reject("A histogram's buckets do not fit its bounds.");
            return;
        }

        Add(instrument, points, time, start, sum, count, exemplar);
    }

    private void Exponential(InstrumentEntry instrument, ReadOnlySpan<byte> message, DecodedPoints points)
    {
        _spelling.Clear();
        _bounds.Clear();
        _counts.Clear();
        var bounds = ExponentialBuckets.Bounds;
        var counts = new long[bounds.Length + 1];
        var (time, start, sum, count, flags, scale, exemplar) = (0UL, 0UL, 0d, 0L, 0UL, 0, default(PointExemplar));
        ReadOnlySpan<byte> positive = default;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    Label(reader.Bytes());
                    break;
                case 2:
                    start = reader.Fixed64();
                    break;
                case 3:
                    time = reader.Fixed64();
                    break;
                case 4:
                    count = (long)reader.Fixed64();
                    break;
                case 5:
                    sum = reader.Double();
                    break;
                case 6:
                    scale = reader.SInt32();
                    break;
                case 7:
                    counts[0] += (long)reader.Fixed64();
                    break;
                case 8:
                    positive = reader.Bytes();
                    break;
                case 9:
                    counts[0] += BucketCounts(reader.Bytes(), out _).Sum();
                    break;
                case 10:
                    flags = reader.UInt64();
                    break;
                case 11:
                    Exemplar(reader.Bytes(), ref exemplar);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var buckets = BucketCounts(positive, out var offset);
        for (var i = 0; i < buckets.Count; i++)
        {
            ExponentialBuckets.Add(counts, scale, (long)offset + i, buckets[i]);
        }

        if ((flags & NoRecordedValue) == 0)
        {
            foreach (var bound in bounds)
            {
                _bounds.AddRange(BitConverter.GetBytes(bound));
            }

            _counts.AddRange(counts);
            Add(instrument, points, time, start, sum, count, exemplar);
        }
    }

    private static List<long> BucketCounts(ReadOnlySpan<byte> message, out int offset)
    {
        var counts = new List<long>();
        offset = 0;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    offset = reader.SInt32();
                    break;
                case 2 when reader.Wire == WireType.Bytes:
                    var packed = new ProtoNumbers(reader.Bytes());
                    while (packed.Next())
                    {
                        counts.Add((long)packed.Current);
                    }

                    break;
                case 2:
                    counts.Add((long)reader.UInt64());
                    break;
                default:
                    reader.Skip();
                    break;
            }

            if (counts.Count > MostBuckets)
            {
                throw new OtlpFormatException($"A histogram has more than {MostBuckets} buckets.");
            }
        }

        return counts;
    }

    // A summary's quantiles are values at a moment, told apart by the label that Prometheus gives them.
    private void Summary(InstrumentEntry instrument, ReadOnlySpan<byte> message, DecodedPoints points)
    {
        _spelling.Clear();
        var time = 0UL;
        var quantiles = new List<(double Quantile, double Value)>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 3:
                    time = reader.Fixed64();
                    break;
                case 6:
                    var inner = new ProtoReader(reader.Bytes());
                    var (quantile, value) = (0d, 0d);
                    while (inner.Next())
                    {
                        if (inner.Field == 1)
                        {
                            quantile = inner.Double();
                        }
                        else if (inner.Field == 2)
                        {
                            value = inner.Double();
                        }
                        else
                        {
                            inner.Skip();
                        }
                    }

                    quantiles.Add((quantile, value));
                    break;
                case 7:
                    Label(reader.Bytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var labels = _spelling.Count;
        foreach (var (quantile, value) in quantiles)
        {
            _spelling.RemoveRange(labels, _spelling.Count - labels);
            var number = new ProtoWriter();
            number.Fixed64(4, BitConverter.DoubleToUInt64Bits(quantile));
            var label = new ProtoWriter();
            label.Text(1, "quantile");
            label.Bytes(2, number.Written);
            Label(label.Written);
            Add(instrument, points, time, 0, value, count: 0, default);
        }
    }

    // As a field of its own, so that the spelling can be read like a message.
    private void Label(ReadOnlySpan<byte> keyValue)
    {
        OtlpAttributes.Check(keyValue);
        _spelling.Add((1 << 3) | (int)WireType.Bytes);
        var length = (uint)keyValue.Length;
        for (; length >= 0x80; length >>= 7)
        {
            _spelling.Add((byte)(length | 0x80));
        }

        _spelling.Add((byte)length);
        _spelling.AddRange(keyValue);
    }

    private void Add(
        InstrumentEntry instrument, DecodedPoints points, ulong time, ulong start, double value, long count, in PointExemplar exemplar)
    {
        if (time == 0)
        {
            points.Reject("A point has no time.");
            return;
        }

        var labels = _spelling.Count;
        var histogram = instrument.Description.Kind == InstrumentKind.Histogram;
        if (histogram)
        {
            _spelling.AddRange(_bounds);
        }

        string? reason = null;
        var found = series.Series(instrument, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_spelling), labels, ref reason);
        if (found is null)
        {
            points.Reject(reason!);
            return;
        }

        var first = points.Buckets.Count;
        if (histogram)
        {
            points.Buckets.AddRange(_counts);
        }

        points.Add(new DecodedPoint(found, (long)(time / 1_000_000), (long)(start / 1_000_000), value, count, first, exemplar));
    }

    private static void Exemplar(ReadOnlySpan<byte> message, ref PointExemplar latest)
    {
        var (time, value, trace, span) = (0UL, 0d, default(UInt128), 0UL);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    time = reader.Fixed64();
                    break;
                case 3:
                    value = reader.Double();
                    break;
                case 4:
                    span = reader.Bytes() is { Length: 8 } spanId ? BinaryPrimitives.ReadUInt64BigEndian(spanId) : 0;
                    break;
                case 5:
                    trace = reader.Bytes() is { Length: 16 } traceId ? BinaryPrimitives.ReadUInt128BigEndian(traceId) : 0;
                    break;
                case 6:
                    value = (long)reader.Fixed64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (trace != 0 && (long)(time / 1_000_000) >= latest.Time)
        {
            latest = new PointExemplar((long)(time / 1_000_000), value, trace, span);
        }
    }
}
