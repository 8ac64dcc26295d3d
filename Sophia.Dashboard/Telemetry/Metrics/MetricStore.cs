using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// Keeps metric points: new ones in memory and in a journal (<c>metrics-N.journal</c>), older ones in blocks (<c>metrics-N.block</c>)
/// that are written when the journal is full, and beside each block its minute rollups (<c>minutes-N.block</c>), which stay for
/// longer.
/// </summary>
internal sealed partial class MetricStore : IDisposable
{
    private readonly MetricFiles _files;
    private readonly MetricBlocks _blocks;
    private readonly JournalWriter _journal;
    private readonly PointWriter _writer;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly SeriesTable _table;
    private readonly MetricDecoder _decoder;
    private readonly SeriesLog _log;
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
        _logger = logger;
        Directory.CreateDirectory(folder);
        _table = new SeriesTable(maximumSeries, resources, clock);
        _decoder = new MetricDecoder(resources, _table);
        _files = new MetricFiles(folder, logger);
        _blocks = new MetricBlocks(_files, maximumBytes, clock);
        _journal = new JournalWriter(_files, clock);
        _writer = new PointWriter(_journal);
        var journals = _files.Of("metrics", ".journal").ToArray();
        _journal.Sequence = _blocks.All.Select(static block => block.Sequence).Concat(journals.Select(static file => file.Sequence)).DefaultIfEmpty().Max();
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
    public long Bytes => _blocks.Bytes + _journal.Length;

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

            var buckets = CollectionsMarshal.AsSpan(points.Buckets);
            _journal.Begin();
            foreach (ref readonly var point in CollectionsMarshal.AsSpan(points.Points))
            {
                _writer.Write(point, buckets);
            }

            _journal.Commit(receivedAt);
            Interlocked.Add(ref _points, points.Points.Count);
        }

        SealWhenDue();
    }

    /// <summary>Begins to write a block when the journal is full or old.</summary>
    public void SealWhenDue()
    {
        lock (_gate)
        {
            // While a block is being written the journal grows on; writing takes a fraction of the time that filling it takes.
            if (_writer.Touched.Count > 0 && _sealing.IsCompleted && _journal.IsDue)
            {
                Seal(_journal.Close());
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
        _journal.Dispose();
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

    private void Seal(long sequence)
    {
        var series = _writer.Touched.ToArray();
        _writer.Touched.Clear();
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
                _writer.Touched.Add(series);
            }
        }

        if (_writer.Touched.Count == 0)
        {
            File.Delete(path);
            return;
        }

        Seal(sequence);
        _sealing.Wait();
    }

    [LoggerMessage(LogLevel.Error, "The metric block {Sequence} could not be written; its journal stays")]
    private partial void LogFailed(Exception exception, long sequence);
}
