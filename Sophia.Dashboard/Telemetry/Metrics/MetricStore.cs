using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// Keeps metric points: new ones in memory and in a journal (<c>metrics-N.journal</c>), older ones in blocks (<c>metrics-N.block</c>)
/// that are written when the journal is full, and beside each block its minute rollups (<c>minutes-N.block</c>), which stay for
/// longer.
/// </summary>
internal sealed partial class MetricStore : IDisposable
{
    // What is in memory, and read again from the journal after a crash.
    private const long JournalBytes = 16L << 20;
    private static readonly TimeSpan s_journalAge = TimeSpan.FromMinutes(10);

    // A sum that began longer ago tells nothing about the window that is looked at.
    private const long LongestStart = 10 * 60_000;

    private readonly MetricFiles _files;
    private readonly MetricBlocks _blocks;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly SeriesTable _table;
    private readonly MetricDecoder _decoder;
    private readonly SeriesLog _log;
    private readonly HashSet<SeriesEntry> _touched = [];
    private byte[] _frame = new byte[1 << 16];
    private SafeFileHandle? _journal;
    private long _journalSequence;
    private long _journalLength;
    private DateTimeOffset _journalOpened;
    private Task _sealing = Task.CompletedTask;
    private long _points;

    /// <summary>Opens the store and reads what was kept.</summary>
    /// <param name="folder">The folder of its files.</param>
    /// <param name="maximumBytes">How many bytes are kept on disk.</param>
    /// <param name="maximumSeries">How many series are told apart.</param>
    /// <param name="resources">The processes.</param>
    /// <param name="clock">The time.</param>
    /// <param name="logger">Where failures go.</param>
    public MetricStore(string folder, long maximumBytes, int maximumSeries, ResourceTable resources, TimeProvider clock, ILogger logger)
    {
        (_clock, _logger) = (clock, logger);
        Directory.CreateDirectory(folder);
        _table = new SeriesTable(maximumSeries, resources, clock);
        _decoder = new MetricDecoder(resources, _table);
        _files = new MetricFiles(folder, logger);
        _blocks = new MetricBlocks(_files, maximumBytes, clock);
        var journals = _files.Of("metrics", ".journal").ToArray();
        _journalSequence = _blocks.All.Select(static block => block.Sequence).Concat(journals.Select(static file => file.Sequence)).DefaultIfEmpty().Max();
        var kept = _blocks.All.SelectMany(static block => block.Series).ToHashSet();
        var pieces = journals.Select(file => MetricJournal.Read(file.Path)).ToArray();
        foreach (var piece in pieces)
        {
            kept.UnionWith(piece.Keys);
        }

        var path = Path.Combine(folder, "series.log");
        SeriesLog.Compact(path, kept);
        _log = SeriesLog.Open(path, _table, clock);
        _table.Log = _log;
        foreach (var block in _blocks.All)
        {
            foreach (var id in block.Series)
            {
                if (_table.Find(id) is { } entry)
                {
                    entry.LastTime = Math.Max(entry.LastTime, block.Latest);
                }
            }
        }

        for (var i = 0; i < journals.Length; i++)
        {
            Restore(journals[i].Sequence, pieces[i]);
        }
    }

    /// <summary>How many series there are.</summary>
    public int Series => _table.Count;

    /// <summary>How many points of further series were refused.</summary>
    public long Refused => _table.Refused;

    /// <summary>When that was last.</summary>
    public DateTimeOffset? LastRefused => _table.LastRefused;

    /// <summary>How many points were accepted since the process started.</summary>
    public long Points => Interlocked.Read(ref _points);

    /// <summary>How many bytes are kept on disk.</summary>
    public long Bytes => _blocks.Bytes + Interlocked.Read(ref _journalLength);

    /// <summary>How many blocks of single points were dropped at the bound.</summary>
    public long DroppedBlocks => _blocks.Dropped;

    /// <summary>When one was last dropped.</summary>
    public DateTimeOffset? LastDropped => _blocks.LastDropped;

    /// <summary>Since when single points are kept; before, minute rollups answer. In milliseconds since 1970.</summary>
    public long PointsSince => _blocks.PointsSince;

    /// <summary>Keeps a request. When it returns, the request survives a killed process and queries find it.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="points">Its points.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it is kept.</exception>
    public void Append(ReadOnlySpan<byte> request, long receivedAt, DecodedPoints points)
    {
        lock (_gate)
        {
            points.Clear();
            _decoder.Decode(request, receivedAt, points);
            if (points.Points.Count == 0)
            {
                return;
            }

            var length = RecordFrame.HeaderLength;
            var buckets = CollectionsMarshal.AsSpan(points.Buckets);
            foreach (ref readonly var point in CollectionsMarshal.AsSpan(points.Points))
            {
                Append(point, buckets, ref length);
            }

            RecordFrame.Seal(_frame.AsSpan(0, length), receivedAt);
            Write(_frame.AsSpan(0, length));
            Interlocked.Add(ref _points, points.Points.Count);
            if (_frame.Length > 4 << 20)
            {
                _frame = new byte[1 << 16];
            }
        }

        SealWhenDue();
    }

    /// <summary>Begins to write a block when the journal is full or old.</summary>
    public void SealWhenDue()
    {
        lock (_gate)
        {
            // While a block is being written the journal grows on; writing takes a fraction of the time that filling it takes.
            if (_touched.Count > 0 && _sealing.IsCompleted
                && (_journalLength >= JournalBytes || _clock.GetUtcNow() - _journalOpened >= s_journalAge))
            {
                Seal();
            }
        }
    }

    /// <summary>The instruments, as they are now.</summary>
    /// <returns>The instruments.</returns>
    public IReadOnlyList<InstrumentEntry> Instruments()
    {
        lock (_gate)
        {
            return [.. _table.Instruments];
        }
    }

    /// <summary>The series of an instrument, as they are now.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <returns>The series.</returns>
    public IReadOnlyList<SeriesEntry> SeriesOf(InstrumentEntry instrument)
    {
        lock (_gate)
        {
            return [.. instrument.Series.Values];
        }
    }

    /// <summary>Reads what is kept of series over a window.</summary>
    /// <param name="series">The series.</param>
    /// <param name="from">The window's begin, in milliseconds since 1970.</param>
    /// <param name="to">The window's end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The series' chunks, in the same order.</returns>
    public IReadOnlyList<SeriesChunks> Read(IReadOnlyList<SeriesEntry> series, long from, long to, CancellationToken cancellationToken)
    {
        var chunks = series.Select(static entry => new SeriesChunks(entry, [])).ToArray();
        ReadOnlyMemory<byte>[] fresh;
        ReadOnlyMemory<byte>[] beingSealed;
        MetricBlock[] blocks;
        lock (_gate)
        {
            // The writer goes on in the same buffers, so what it has written is copied.
            fresh = [.. series.Select(static entry => (ReadOnlyMemory<byte>)entry.Open.Written.ToArray())];
            beingSealed = [.. series.Select(static entry => entry.Sealing)];
            blocks = _blocks.Readable();
        }

        var ids = Array.ConvertAll([.. series], static entry => entry.Id);
        foreach (var block in blocks.Where(block => block.Latest >= from && block.Earliest < to))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Add(chunks, block.Read(ids));
        }

        Add(chunks, beingSealed);
        Add(chunks, fresh);
        return chunks;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _sealing.Wait();
        _journal?.Dispose();
        _log.Dispose();
    }

    private static void Add(SeriesChunks[] chunks, ReadOnlyMemory<byte>[] more)
    {
        for (var i = 0; i < chunks.Length; i++)
        {
            if (more[i].Length > 0)
            {
                chunks[i].Chunks.Add(more[i]);
            }
        }
    }

    private void Append(in DecodedPoint point, ReadOnlySpan<long> buckets, ref int length)
    {
        var series = point.Series;
        var description = series.Instrument.Description;
        if (!description.Delta && description.Kind is InstrumentKind.Counter or InstrumentKind.Histogram
            && point.Start != series.Start)
        {
            series.Start = point.Start;
            if (point.Start > series.LastTime && point.Start < point.Time && point.Time - point.Start <= LongestStart)
            {
                // OTLP: at its start a sum was 0. Without this the first increase of a new series would not be seen.
                Write(series, new ChunkPoint { Time = point.Start }, ref length);
            }
        }

        Write(
            series,
            new ChunkPoint
            {
                Time = point.Time,
                Value = point.Value,
                Count = point.Count,
                Buckets = buckets.Slice(point.FirstBucket, series.Buckets),
                Exemplar = point.Exemplar,
            },
            ref length);
        series.LastTime = Math.Max(series.LastTime, point.Time);
    }

    private void Write(SeriesEntry series, in ChunkPoint point, ref int length)
    {
        var written = series.Open.Append(point);
        if (length + 20 + written.Length > _frame.Length)
        {
            Array.Resize(ref _frame, Math.Max(_frame.Length * 2, length + 20 + written.Length));
        }

        length += MetricJournal.Write(_frame.AsSpan(length), series.Id, written);
        _touched.Add(series);
    }

    private void Write(ReadOnlySpan<byte> frame)
    {
        if (_journal is null)
        {
            _journalSequence++;
            _journalOpened = _clock.GetUtcNow();
            _journalLength = 0;
            _journal = File.OpenHandle(
                _files.Path("metrics", _journalSequence, ".journal"), FileMode.Create, FileAccess.Write, FileShare.Read);
        }

        RandomAccess.Write(_journal, frame, _journalLength);
        Interlocked.Add(ref _journalLength, frame.Length);
    }

    private void Seal()
    {
        var sequence = _journalSequence;
        var series = _touched.ToArray();
        _touched.Clear();
        _journal?.Dispose();
        _journal = null;
        _journalLength = 0;
        var (earliest, latest) = (long.MaxValue, long.MinValue);
        foreach (var entry in series)
        {
            (earliest, latest) = (Math.Min(earliest, entry.Open.Earliest), Math.Max(latest, entry.Open.Latest));
            entry.Sealing = entry.Open.Take();
        }

        _sealing = Task.Run(() =>
        {
            try
            {
                WriteBlocks(sequence, series, earliest, latest);
            }
            catch (Exception exception)
            {
                // The journal stays, and is read again at the next start.
                LogFailed(exception, sequence);
            }
        });
    }

    private void WriteBlocks(long sequence, SeriesEntry[] series, long earliest, long latest)
    {
        var (points, rollups) = _blocks.Write(sequence, series, earliest, latest);
        lock (_gate)
        {
            var oldest = _blocks.Add(points, rollups);
            foreach (var entry in series)
            {
                entry.Sealing = default;
            }

            if (oldest is { } since)
            {
                // Nothing of a series that is in no rollup is kept: there is one for every block.
                _table.Remove(_table.All.Where(entry => entry.LastTime < since && entry.Open.Length == 0).ToHashSet());
            }
        }

        File.Delete(_files.Path("metrics", sequence, ".journal"));
    }

    private void Restore(long sequence, Dictionary<int, MemoryStream> pieces)
    {
        var path = _files.Path("metrics", sequence, ".journal");
        if (_blocks.Hold(sequence))
        {
            // Its block was written, only the journal was not deleted yet.
            File.Delete(path);
            return;
        }

        foreach (var (id, bytes) in pieces)
        {
            if (_table.Find(id) is { } series)
            {
                series.Open.Restore(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
                series.Open.Resume();
                series.LastTime = Math.Max(series.LastTime, series.Open.Latest);
                _touched.Add(series);
            }
        }

        if (_touched.Count == 0)
        {
            File.Delete(path);
            return;
        }

        (var newest, _journalSequence) = (_journalSequence, sequence);
        Seal();
        _sealing.Wait();
        _journalSequence = newest;
    }

    [LoggerMessage(LogLevel.Error, "The metric block {Sequence} could not be written; its journal stays")]
    private partial void LogFailed(Exception exception, long sequence);
}
