using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>What was read of a point so far; finds its series when it is complete. One for all points, for one thread.</summary>
/// <param name="series">The series.</param>
internal sealed class PointBuilder(SeriesTable series)
{
    /// <summary>How many buckets a histogram may have.</summary>
    public const int MostBuckets = 1024;

    // OTLP's flag of a point that says that there is none.
    private const ulong NoRecordedValue = 1;
    private readonly List<byte> _spelling = [];

    /// <summary>A histogram's bounds, as they are stored: 8 bytes each.</summary>
    public List<byte> Bounds { get; } = [];

    /// <summary>A histogram's counts.</summary>
    public List<long> Counts { get; } = [];

    /// <summary>How far the labels reach; <see cref="Shorten"/> goes back there.</summary>
    public int LabelsLength => _spelling.Count;

    /// <summary>Whether a point has a value.</summary>
    /// <param name="flags">Its flags.</param>
    /// <returns>False when it says that there is none.</returns>
    public static bool IsRecorded(ulong flags) => (flags & NoRecordedValue) == 0;

    /// <summary>Begins a point.</summary>
    public void Begin()
    {
        _spelling.Clear();
        Bounds.Clear();
        Counts.Clear();
    }

    /// <summary>Adds a label.</summary>
    /// <param name="keyValue">The attribute's message.</param>
    public void Label(ReadOnlySpan<byte> keyValue)
    {
        OtlpAttributes.Check(keyValue);
        // As a field of its own, so that the spelling can be read like a message.
        _spelling.Add((1 << 3) | (int)WireType.Bytes);
        var length = (uint)keyValue.Length;
        for (; length >= 0x80; length >>= 7)
        {
            _spelling.Add((byte)(length | 0x80));
        }

        _spelling.Add((byte)length);
        _spelling.AddRange(keyValue);
    }

    /// <summary>Takes back what came after some labels.</summary>
    /// <param name="labelsLength">How far those reach.</param>
    public void Shorten(int labelsLength) => _spelling.RemoveRange(labelsLength, _spelling.Count - labelsLength);

    /// <summary>Completes the point.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="points">Where it goes.</param>
    /// <param name="time">Its time, in nanoseconds since 1970.</param>
    /// <param name="start">When its sum began.</param>
    /// <param name="value">Its value, or a histogram's sum.</param>
    /// <param name="count">Histogram: how many values.</param>
    /// <param name="exemplar">Its latest exemplar.</param>
    public void Complete(InstrumentEntry instrument, DecodedPoints points, ulong time, ulong start, double value, long count, in PointExemplar exemplar)
    {
        if (time == 0)
        {
            points.Reject("A point has no time.");
            return;
        }

        var labels = _spelling.Count;
        var histogram = instrument.Description.Kind == InstrumentKind.Histogram;
        if (histogram)
        {
            _spelling.AddRange(Bounds);
        }

        string? reason = null;
        var found = series.Series(instrument, CollectionsMarshal.AsSpan(_spelling), labels, ref reason);
        if (found is null)
        {
            points.Reject(reason!);
            return;
        }

        var first = points.Buckets.Count;
        if (histogram)
        {
            points.Buckets.AddRange(Counts);
        }

        points.Add(new DecodedPoint(found, (long)(time / 1_000_000), (long)(start / 1_000_000), value, count, first, exemplar));
    }
}
