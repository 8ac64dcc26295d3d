using Microsoft.Win32.SafeHandles;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>
/// One file of requests in the order of their arrival, and the headers of the records in it. One thread appends; any number reads
/// what was there when it looked.
/// </summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
internal sealed class RecordSegment<THeader>(long sequence, string path, SafeFileHandle file)
    where THeader : unmanaged, IRecordHeader
{
    private const int Few = 512;
    private const int Some = 4_096;

    // What a segment holds, and the last request that still goes into it.
    private const int All = 16_384 + 1_024;

    private volatile RecordView<THeader> _view = new([], 0, long.MaxValue, long.MinValue);
    private long _length;

    /// <summary>Its number; later segments have greater ones.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>Its file's path.</summary>
    public string Path { get; } = path;

    /// <summary>Its file's length, in bytes.</summary>
    public long Length => Interlocked.Read(ref _length);

    /// <summary>The records that it holds now.</summary>
    public RecordView<THeader> View => _view;

    /// <summary>Writes a request and then shows its records.</summary>
    /// <param name="frame">The request's frame.</param>
    /// <param name="headers">Its records, with offsets in the request.</param>
    public void Append(ReadOnlySpan<byte> frame, ReadOnlySpan<THeader> headers)
    {
        var at = _length;
        // Into the operating system's cache: what was acknowledged survives a killed process.
        RandomAccess.Write(file, frame, at);
        Interlocked.Exchange(ref _length, at + frame.Length);
        Show(headers, (int)at + RecordFrame.HeaderLength);
    }

    /// <summary>Shows the records of a request that is in the file already.</summary>
    /// <param name="headers">Its records, with offsets in the request.</param>
    /// <param name="requestStart">Where the request begins in the file.</param>
    /// <param name="length">The file's length up to the request's end.</param>
    public void Restore(ReadOnlySpan<THeader> headers, int requestStart, long length)
    {
        Interlocked.Exchange(ref _length, length);
        Show(headers, requestStart);
    }

    /// <summary>Gives back the memory that nothing more will need, of a segment that is complete.</summary>
    public void Complete() => _view = _view with { Headers = _view.Records.ToArray() };

    /// <summary>Reads bytes of the file.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="offset">From where.</param>
    /// <returns>How many were read.</returns>
    public int Read(Span<byte> buffer, long offset) => RandomAccess.Read(file, buffer, offset);

    private void Show(ReadOnlySpan<THeader> headers, int requestStart)
    {
        var view = _view;
        var all = view.Headers;
        var count = view.Count + headers.Length;
        if (count > all.Length)
        {
            // Readers of the old view keep the old array. Few sizes, since each that is outgrown is garbage, and the last one fits.
            Array.Resize(ref all, Math.Max(count, all.Length < Few ? Few : all.Length < Some ? Some : All));
        }

        var (earliest, latest) = (view.Earliest, view.Latest);
        for (var i = 0; i < headers.Length; i++)
        {
            ref var header = ref all[view.Count + i];
            header = headers[i];
            header.Offset += requestStart;
            earliest = Math.Min(earliest, header.Time);
            latest = Math.Max(latest, header.Time);
        }

        _view = new RecordView<THeader>(all, count, earliest, latest);
    }
}
