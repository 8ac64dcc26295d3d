using System.Buffers.Binary;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads the points of a chunk in order; <see cref="ChunkWriter"/> says how they are written.</summary>
/// <param name="chunk">The chunk.</param>
/// <param name="buckets">How many buckets the series has; 0 of one that is no histogram.</param>
internal ref struct ChunkReader(ReadOnlySpan<byte> chunk, int buckets)
{
    private readonly ReadOnlySpan<byte> _chunk = chunk;
    private readonly long[] _buckets = new long[buckets];
    private int _position;
    private long _interval;
    private ChunkPoint _point;

    /// <summary>The point that was read last.</summary>
    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public readonly ref readonly ChunkPoint Current => ref _point;

    /// <summary>The time between the last two points, which the next one's is written against.</summary>
    public readonly long Interval => _interval;

    /// <summary>Goes on to the next point.</summary>
    /// <returns>False at the end.</returns>
    public bool Next()
    {
        if (_position >= _chunk.Length)
        {
            return false;
        }

        var head = Varint();
        _interval += Signed(head >> 3);
        _point.Time += _interval;
        _point.Exemplar = default;
        switch ((PointForm)(head & 3))
        {
            case PointForm.Same:
                break;
            case PointForm.Step:
                _point.Value += Signed(Varint());
                break;
            case PointForm.Number:
                _point.Value = Double();
                break;
            case PointForm.Histogram:
                _point.Count += Signed(Varint());
                _point.Value = Double();
                foreach (ref var bucket in _buckets.AsSpan())
                {
                    bucket += Signed(Varint());
                }

                break;
        }

        _point.Buckets = _buckets;
        if ((head & 4) != 0)
        {
            var time = _point.Time + Signed(Varint());
            var value = Double();
            var trace = BinaryPrimitives.ReadUInt128LittleEndian(Take(16));
            _point.Exemplar = new PointExemplar(time, value, trace, BinaryPrimitives.ReadUInt64LittleEndian(Take(8)));
        }

        return true;
    }

    private double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    private ReadOnlySpan<byte> Take(int count)
    {
        _position += count;
        return _chunk.Slice(_position - count, count);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _chunk[_position++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }
    }

    private static long Signed(ulong bits) => (long)(bits >> 1) ^ -(long)(bits & 1);
}
