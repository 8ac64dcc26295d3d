using System.Globalization;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>
/// Keeps the requests of one signal on disk as they came, in segments of which the oldest is dropped at the bound, and a header
/// of each record in memory. A restart reads the requests again as if they came anew.
/// </summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
internal sealed partial class RecordLog<THeader>
    where THeader : unmanaged, IRecordHeader
{
    // A segment is what is dropped at once, so it is a small part of what is kept.
    private const int SegmentRecords = 16_384;
    private const long SegmentBytes = 8L << 20;
    private const int IndexBits = 20;

    private readonly string _folder;
    private readonly string _name;
    private readonly long _maximumRecords;
    private readonly long _maximumBytes;
    private readonly RecordDecoder<THeader> _decode;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly Action<int, bool, int> _count;
    private volatile RecordSegment<THeader>[] _segments = [];
    private RecordSegment<THeader>? _open;
    private byte[] _frame = [];
    private long _nextSequence = 1;

    /// <summary>Opens the log; <see cref="Restore(CancellationToken)"/> brings what was kept before.</summary>
    /// <param name="folder">The folder of its files.</param>
    /// <param name="name">Its files' first name, such as <c>spans</c>.</param>
    /// <param name="maximumRecords">How many records are kept.</param>
    /// <param name="maximumBytes">How many bytes are kept on disk.</param>
    /// <param name="decode">Reads a request.</param>
    /// <param name="count">Is told how many records of a process came (positive) or went, and whether they are errors.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Where failures go.</param>
    public RecordLog(
        string folder, string name, long maximumRecords, long maximumBytes, RecordDecoder<THeader> decode, Action<int, bool, int> count,
        TimeProvider clock, ILogger logger)
    {
        (_folder, _name, _maximumRecords, _maximumBytes, _decode, _count, _clock, _logger) =
            (folder, name, maximumRecords, maximumBytes, decode, count, clock, logger);
        Directory.CreateDirectory(folder);
        foreach (var (sequence, _) in Files())
        {
            _nextSequence = Math.Max(_nextSequence, sequence + 1);
        }
    }

    /// <summary>Is told of every record in order, while no other is kept.</summary>
    public RecordObserver<THeader>? Observer { get; set; }

    /// <summary>The segments, oldest first.</summary>
    public ReadOnlySpan<RecordSegment<THeader>> Segments => _segments;

    /// <summary>How many records are kept.</summary>
    public long Records => _segments.Sum(static segment => (long)segment.View.Count);

    /// <summary>How many bytes are kept on disk.</summary>
    public long Bytes => _segments.Sum(static segment => segment.Length);

    /// <summary>How many records were dropped at a bound.</summary>
    public long Dropped { get; private set; }

    /// <summary>When a bound was last reached.</summary>
    public DateTimeOffset? LastDropped { get; private set; }

    /// <summary>Whether the bound of records rather than that of bytes was reached last.</summary>
    public bool LastDroppedForRecords { get; private set; }

    /// <summary>The id of a record.</summary>
    /// <param name="sequence">Its segment's number.</param>
    /// <param name="index">Its place in the segment.</param>
    /// <returns>The id, which grows with the order of arrival.</returns>
    public static long Id(long sequence, int index) => (sequence << IndexBits) | (uint)index;

    /// <summary>Takes an id apart.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The segment's number and the place in it.</returns>
    public static (long Sequence, int Index) Place(long id) => (id >> IndexBits, (int)(id & ((1 << IndexBits) - 1)));

    /// <summary>Finds a segment.</summary>
    /// <param name="sequence">Its number.</param>
    /// <returns>The segment; null where it is no longer kept.</returns>
    public RecordSegment<THeader>? Find(long sequence) => Array.Find(_segments, segment => segment.Sequence == sequence);

    /// <summary>Keeps a request. When it returns, the request survives a killed process and searches find it.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="records">Its accepted records.</param>
    public void Append(ReadOnlySpan<byte> request, long receivedAt, DecodedRecords<THeader> records)
    {
        if (records.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_open is null || _open.View.Count >= SegmentRecords || _open.Length >= SegmentBytes)
            {
                Roll();
            }

            var length = RecordFrame.HeaderLength + request.Length;
            if (_frame.Length < length)
            {
                _frame = new byte[length];
            }

            var frame = _frame.AsSpan(0, length);
            request.CopyTo(frame[RecordFrame.HeaderLength..]);
            RecordFrame.Seal(frame, receivedAt);
            var first = Id(_open!.Sequence, _open.View.Count);
            _open.Append(frame, records.Headers);
            Count(records.Headers, 1);
            Observer?.Invoke(first, request, records.Headers, restored: false);
            DropOldest();
            if (_frame.Length > 1 << 20)
            {
                // One large request must not be paid for ever after.
                _frame = [];
            }
        }
    }

    /// <summary>Brings back what was kept before the process started, oldest first, beside what comes in.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void Restore(CancellationToken cancellationToken)
    {
        var records = new DecodedRecords<THeader>();
        long firstNew;
        lock (_gate)
        {
            firstNew = _open?.Sequence ?? _nextSequence;
        }

        foreach (var (sequence, path) in Files().Where(file => file.Sequence < firstNew).OrderBy(static file => file.Sequence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                Restore(sequence, path, records);
            }
            catch (IOException exception)
            {
                LogUnreadable(exception, path);
            }
        }
    }

    private void Restore(long sequence, string path, DecodedRecords<THeader> records)
    {
        var bytes = File.ReadAllBytes(path);
        var segment = new RecordSegment<THeader>(sequence, path, File.OpenHandle(path, options: FileOptions.RandomAccess));
        var position = 0;
        while (RecordFrame.TryOpen(bytes.AsSpan(position), out var request, out var receivedAt))
        {
            records.Clear();
            var start = position + RecordFrame.HeaderLength;
            position = start + request.Length;
            try
            {
                _decode(request, receivedAt, records);
            }
            catch (OtlpFormatException exception)
            {
                LogUnreadable(exception, path);
                continue;
            }

            lock (_gate)
            {
                Observer?.Invoke(Id(sequence, segment.View.Count), request, records.Headers, restored: true);
                segment.Restore(records.Headers, start, position);
                Count(records.Headers, 1);
            }
        }

        if (segment.View.Count == 0)
        {
            File.Delete(path);
            return;
        }

        segment.Complete();
        lock (_gate)
        {
            _segments = [.. _segments.Append(segment).OrderBy(static other => other.Sequence)];
            DropOldest();
        }
    }

    private void Roll()
    {
        var sequence = _nextSequence++;
        var path = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{_name}-{sequence:D10}.log"));
        _open = new RecordSegment<THeader>(
            sequence, path, File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, FileOptions.RandomAccess));
        _segments = [.. _segments, _open];
    }

    private void DropOldest()
    {
        while (_segments.Length > 1 && (Records > _maximumRecords || Bytes > _maximumBytes))
        {
            LastDroppedForRecords = Records > _maximumRecords;
            var oldest = _segments[0];
            _segments = _segments[1..];
            Count(oldest.View.Records, -1);
            Dropped += oldest.View.Count;
            LastDropped = _clock.GetUtcNow();
            // Searches that still read it keep its file open; it goes when the last of them has ended.
            File.Delete(oldest.Path);
        }
    }

    private void Count(ReadOnlySpan<THeader> headers, int sign)
    {
        // Neighbours mostly come from the same process.
        for (var i = 0; i < headers.Length;)
        {
            var (resource, error, count) = (headers[i].Resource, headers[i].IsError, 0);
            for (; i < headers.Length && headers[i].Resource == resource && headers[i].IsError == error; i++)
            {
                count++;
            }

            _count(resource, error, sign * count);
        }
    }

    private IEnumerable<(long Sequence, string Path)> Files() =>
        from path in Directory.EnumerateFiles(_folder, $"{_name}-*.log")
        let number = Path.GetFileNameWithoutExtension(path)[(_name.Length + 1)..]
        where long.TryParse(number, CultureInfo.InvariantCulture, out _)
        select (long.Parse(number, CultureInfo.InvariantCulture), path);

    [LoggerMessage(LogLevel.Error, "A part of {Path} cannot be read and is left out")]
    private partial void LogUnreadable(Exception exception, string path);
}
