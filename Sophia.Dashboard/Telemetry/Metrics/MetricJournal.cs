using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// The points that are not in a block yet, in frames; in each frame for one point after the other the series' number and the length
/// as varints, and the bytes that the series' <see cref="ChunkWriter"/> wrote.
/// </summary>
internal static class MetricJournal
{
    /// <summary>Writes a point.</summary>
    /// <param name="destination">Where to; at least 20 bytes longer than the point.</param>
    /// <param name="series">The series' number.</param>
    /// <param name="point">The point's bytes.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Write(Span<byte> destination, int series, ReadOnlySpan<byte> point)
    {
        var length = Varint(destination, (uint)series);
        length += Varint(destination[length..], (uint)point.Length);
        point.CopyTo(destination[length..]);
        return length + point.Length;
    }

    /// <summary>Reads a journal up to where it was cut.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The bytes of each series, by its number.</returns>
    public static Dictionary<int, MemoryStream> Read(string path)
    {
        var series = new Dictionary<int, MemoryStream>();
        var bytes = File.ReadAllBytes(path);
        var position = 0;
        while (RecordFrame.TryOpen(bytes.AsSpan(position), out var piece, out _))
        {
            position += RecordFrame.HeaderLength + piece.Length;
            while (piece.Length > 0)
            {
                var id = (int)Varint(ref piece);
                var length = (int)Varint(ref piece);
                if (!series.TryGetValue(id, out var stream))
                {
                    series.Add(id, stream = new MemoryStream());
                }

                stream.Write(piece[..length]);
                piece = piece[length..];
            }
        }

        return series;
    }

    private static int Varint(Span<byte> destination, uint value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            destination[length++] = (byte)(value | 0x80);
        }

        destination[length++] = (byte)value;
        return length;
    }

    private static uint Varint(ref ReadOnlySpan<byte> source)
    {
        uint value = 0;
        var length = 0;
        byte part;
        do
        {
            part = source[length];
            value |= (uint)(part & 0x7F) << (7 * length++);
        }
        while (part >= 0x80);

        source = source[length..];
        return value;
    }
}
