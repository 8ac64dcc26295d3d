using Microsoft.Win32.SafeHandles;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Writes journals, one after the other: what is in memory, to be read again after a crash. The store's lock guards it.</summary>
/// <param name="files">The files.</param>
/// <param name="clock">The time.</param>
internal sealed class JournalWriter(MetricFiles files, TimeProvider clock) : IDisposable
{
    private const long FullLength = 16L << 20;
    private static readonly TimeSpan s_longestAge = TimeSpan.FromMinutes(10);

    // A frame that had to grow further is given back.
    private const int UsualFrame = 1 << 16;
    private const int LargestKeptFrame = 4 << 20;
    // Of a point's two varints.
    private const int PointOverhead = 20;

    private byte[] _frame = new byte[UsualFrame];
    private int _filled;
    private SafeFileHandle? _file;
    private long _length;
    private DateTimeOffset _opened;

    /// <summary>The number of the latest journal.</summary>
    public long Sequence { get; set; }

    /// <summary>How long the open journal is, in bytes; safe from any thread.</summary>
    public long Length => Interlocked.Read(ref _length);

    /// <summary>Whether the open journal is full or old.</summary>
    public bool IsDue => Length >= FullLength || clock.GetUtcNow() - _opened >= s_longestAge;

    /// <summary>Begins a frame.</summary>
    public void Begin() => _filled = RecordFrame.HeaderLength;

    /// <summary>Adds a point to the frame.</summary>
    /// <param name="series">Its series' number.</param>
    /// <param name="point">Its bytes.</param>
    public void Add(int series, ReadOnlySpan<byte> point)
    {
        var needed = _filled + PointOverhead + point.Length;
        if (needed > _frame.Length)
        {
            Array.Resize(ref _frame, Math.Max(_frame.Length * 2, needed));
        }

        _filled += MetricJournal.Write(_frame.AsSpan(_filled), series, point);
    }

    /// <summary>Writes the frame. When it returns, what is in it survives a killed process.</summary>
    /// <param name="receivedAt">When its request was received, in nanoseconds since 1970.</param>
    public void Commit(long receivedAt)
    {
        var frame = _frame.AsSpan(0, _filled);
        RecordFrame.Seal(frame, receivedAt);
        if (_file is null)
        {
            Sequence++;
            _opened = clock.GetUtcNow();
            Interlocked.Exchange(ref _length, 0);
            _file = File.OpenHandle(files.Path("metrics", Sequence, ".journal"), FileMode.Create, FileAccess.Write, FileShare.Read);
        }

        RandomAccess.Write(_file, frame, _length);
        Interlocked.Add(ref _length, frame.Length);
        if (_frame.Length > LargestKeptFrame)
        {
            _frame = new byte[UsualFrame];
        }
    }

    /// <summary>Ends the open journal; the next frame begins another.</summary>
    /// <returns>Its number.</returns>
    public long Close()
    {
        _file?.Dispose();
        _file = null;
        Interlocked.Exchange(ref _length, 0);
        return Sequence;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
