namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// The blocks on disk: those of single points, and the minute rollups beside them, which stay for longer. Reading is safe from
/// any thread; who adds holds the store's lock.
/// </summary>
/// <param name="files">The files.</param>
/// <param name="maximumBytes">How many bytes are kept: three quarters of them for single points.</param>
/// <param name="clock">The time.</param>
internal sealed class MetricBlocks(MetricFiles files, long maximumBytes, TimeProvider clock)
{
    private const string PointsName = "metrics";
    private const string RollupsName = "minutes";
    private readonly long _maximumPointBytes = maximumBytes / 4 * 3;
    private readonly long _maximumRollupBytes = maximumBytes / 4;
    private volatile MetricBlock[] _points = files.OpenBlocks(PointsName);
    private volatile MetricBlock[] _rollups = files.OpenBlocks(RollupsName);

    /// <summary>Every block.</summary>
    public IEnumerable<MetricBlock> All => _points.Concat(_rollups);

    /// <summary>How many bytes they have.</summary>
    public long Bytes => All.Sum(static block => block.Length);

    /// <summary>How many blocks of single points were dropped at the bound.</summary>
    public long Dropped { get; private set; }

    /// <summary>When one was last dropped.</summary>
    public DateTimeOffset? LastDropped { get; private set; }

    /// <summary>Since when single points are kept; before, minute rollups answer. In milliseconds since 1970.</summary>
    public long PointsSince =>
        _points is [var oldest, ..] && _rollups is [var first, ..] && first.Sequence < oldest.Sequence ? oldest.Earliest : long.MinValue;

    /// <summary>Whether the single points of a journal are in a block.</summary>
    /// <param name="sequence">The journal's number.</param>
    /// <returns>Whether there is one.</returns>
    public bool Hold(long sequence) => Array.Exists(_points, block => block.Sequence == sequence);

    /// <summary>The blocks to be read, oldest first: rollups as far as there are no single points any more.</summary>
    /// <returns>The blocks.</returns>
    public MetricBlock[] Readable()
    {
        var points = _points;
        var oldest = points is [var first, ..] ? first.Sequence : long.MaxValue;
        return [.. _rollups.Where(block => block.Sequence < oldest), .. points];
    }

    /// <summary>Writes what is being sealed, without showing it yet.</summary>
    /// <param name="sequence">The number of the journal that it was in.</param>
    /// <param name="series">The series.</param>
    /// <param name="earliest">The first point's time, in milliseconds since 1970.</param>
    /// <param name="latest">The last one's.</param>
    /// <returns>The block of single points and that of their rollups.</returns>
    public (MetricBlock Points, MetricBlock Rollups) Write(long sequence, SeriesEntry[] series, long earliest, long latest)
    {
        Array.Sort(series, static (left, right) => (left.Instrument.Id, left.Id).CompareTo((right.Instrument.Id, right.Id)));
        var rollups = MetricBlock.Write(
            sequence, files.Path(RollupsName, sequence, ".block"),
            [.. series.Select(static entry => (entry.Id, MinuteRollup.Reduce(entry, entry.Sealing.Span)))], earliest, latest);
        var points = MetricBlock.Write(
            sequence, files.Path(PointsName, sequence, ".block"), [.. series.Select(static entry => (entry.Id, entry.Sealing))], earliest, latest);
        return (points, rollups);
    }

    /// <summary>Shows what was written, and drops the oldest blocks at the bound.</summary>
    /// <param name="points">The block of single points.</param>
    /// <param name="rollups">The block of their rollups.</param>
    /// <returns>When rollups were dropped: since when there are some, in milliseconds since 1970.</returns>
    public long? Add(MetricBlock points, MetricBlock rollups)
    {
        (_points, _rollups) = ([.. _points, points], [.. _rollups, rollups]);
        while (_points.Length > 1 && _points.Sum(static block => block.Length) > _maximumPointBytes)
        {
            File.Delete(_points[0].Path);
            _points = _points[1..];
            Dropped++;
            LastDropped = clock.GetUtcNow();
        }

        var before = _rollups.Length;
        while (_rollups.Length > 1 && _rollups.Sum(static block => block.Length) > _maximumRollupBytes)
        {
            File.Delete(_rollups[0].Path);
            _rollups = _rollups[1..];
        }

        return _rollups.Length < before ? _rollups[0].Earliest : null;
    }
}
