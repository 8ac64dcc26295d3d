namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Reads records' bytes from segments, a window of the file at a time. For one thread.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
/// <param name="window">How many bytes are read at once: many for going through a segment backwards, few for single records.</param>
internal sealed class RecordReader<THeader>(int window)
    where THeader : unmanaged, IRecordHeader
{
    private byte[] _buffer = [];
    private RecordSegment<THeader>? _segment;
    private long _start;
    private int _length;

    /// <summary>Reads a record.</summary>
    /// <param name="segment">Its segment.</param>
    /// <param name="header">Its header.</param>
    /// <returns>Its bytes, valid until the next call.</returns>
    public ReadOnlySpan<byte> Read(RecordSegment<THeader> segment, in THeader header)
    {
        var end = header.Offset + header.Length;
        if (segment != _segment || header.Offset < _start || end > _start + _length)
        {
            var wanted = Math.Max(header.Length, Math.Min(window, end));
            if (_buffer.Length < wanted)
            {
                _buffer = new byte[Math.Max(wanted, window)];
            }

            _segment = segment;
            _start = end - wanted;
            _length = segment.Read(_buffer.AsSpan(0, wanted), _start);
            if (_length < wanted)
            {
                throw new InvalidDataException($"{segment.Path} is shorter than its records.");
            }
        }

        return _buffer.AsSpan((int)(header.Offset - _start), header.Length);
    }
}
