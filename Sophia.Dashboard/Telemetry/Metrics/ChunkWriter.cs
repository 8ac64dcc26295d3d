using System.Buffers.Binary;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// Writes points of one series so that the usual ones take two or three bytes. A point is a varint head (ZigZag of the change of
/// the interval in milliseconds, shifted by 3; bit 2: an exemplar follows; bits 0 and 1: <see cref="PointForm"/>), its value in that
/// form, and its exemplar (time against the point's, value, trace, span). The first point is written against time 0 and value 0.
/// </summary>
internal sealed class ChunkWriter(int buckets)
{
    // The largest integers that a double holds exactly.
    private const double Exact = 9_007_199_254_740_992;
    private readonly long[] _buckets = new long[buckets];
    private byte[] _bytes = [];
    private long _time;
    private long _interval;
    private double _value;
    private long _count;

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>The earliest point's time, in milliseconds since 1970.</summary>
    public long Earliest { get; private set; } = long.MaxValue;

    /// <summary>The latest point's time.</summary>
    public long Latest { get; private set; } = long.MinValue;

    /// <summary>Gives away what was written and begins anew.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Take()
    {
        var taken = _bytes.AsMemory(0, Length);
        (_bytes, Length, _time, _interval, _value, _count) = ([], 0, 0, 0, 0, 0);
        (Earliest, Latest) = (long.MaxValue, long.MinValue);
        Array.Clear(_buckets);
        return taken;
    }

    /// <summary>Writes a point.</summary>
    /// <param name="point">The point.</param>
    /// <returns>Its bytes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Append(in ChunkPoint point)
    {
        // Head, count, sum, buckets and exemplar at their longest.
        Reserve(64 + (10 * _buckets.Length) + 64);
        var begin = Length;
        var interval = point.Time - _time;
        var change = interval - _interval;
        (_time, _interval) = (point.Time, interval);
        var exemplar = point.Exemplar.Trace != 0;
        var form = Form(point);
        Varint((Unsigned(change) << 3) | (exemplar ? 4UL : 0) | (ulong)form);
        switch (form)
        {
            case PointForm.Same:
                break;
            case PointForm.Step:
                Varint(Unsigned((long)(point.Value - _value)));
                break;
            case PointForm.Number:
                Double(point.Value);
                break;
            case PointForm.Histogram:
                Varint(Unsigned(point.Count - _count));
                Double(point.Value);
                for (var i = 0; i < _buckets.Length; i++)
                {
                    var count = i < point.Buckets.Length ? point.Buckets[i] : 0;
                    Varint(Unsigned(count - _buckets[i]));
                    _buckets[i] = count;
                }

                break;
        }

        (_value, _count) = (point.Value, point.Count);
        if (exemplar)
        {
            Varint(Unsigned(point.Exemplar.Time - point.Time));
            Double(point.Exemplar.Value);
            BinaryPrimitives.WriteUInt128LittleEndian(_bytes.AsSpan(Length), point.Exemplar.Trace);
            BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(Length + 16), point.Exemplar.Span);
            Length += 24;
        }

        Earliest = Math.Min(Earliest, point.Time);
        Latest = Math.Max(Latest, point.Time);
        return _bytes.AsSpan(begin, Length - begin);
    }

    /// <summary>Appends points that another writer of the same series wrote after the same points.</summary>
    /// <param name="written">Their bytes.</param>
    public void Restore(ReadOnlySpan<byte> written)
    {
        Reserve(written.Length);
        written.CopyTo(_bytes.AsSpan(Length));
        Length += written.Length;
    }

    /// <summary>Reads all points anew after <see cref="Restore"/>, to go on after the last.</summary>
    public void Resume()
    {
        var reader = new ChunkReader(Written, _buckets.Length);
        while (reader.Next())
        {
            ref readonly var point = ref reader.Current;
            (_time, _interval, _value, _count) = (point.Time, reader.Interval, point.Value, point.Count);
            point.Buckets.CopyTo(_buckets);
            Earliest = Math.Min(Earliest, point.Time);
            Latest = Math.Max(Latest, point.Time);
        }
    }

    private PointForm Form(in ChunkPoint point)
    {
        if (_buckets.Length > 0)
        {
            return Length > 0 && point.Count == _count && point.Value.Equals(_value) ? PointForm.Same : PointForm.Histogram;
        }

        return Length > 0 && point.Value.Equals(_value) ? PointForm.Same
            : double.IsInteger(point.Value) && Math.Abs(point.Value) < Exact && double.IsInteger(_value) && Math.Abs(_value) < Exact ? PointForm.Step
            : PointForm.Number;
    }

    private void Reserve(int more)
    {
        if (Length + more > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length + (_bytes.Length / 2), Length + more));
        }
    }

    private void Double(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_bytes.AsSpan(Length), value);
        Length += 8;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes[Length++] = (byte)(value | 0x80);
        }

        _bytes[Length++] = (byte)value;
    }

    private static ulong Unsigned(long value) => (ulong)((value << 1) ^ (value >> 63));
}
