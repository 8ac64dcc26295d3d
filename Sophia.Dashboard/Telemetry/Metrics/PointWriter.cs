namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Puts points into their series and into the journal. The store's lock guards it.</summary>
/// <param name="journal">The journal.</param>
internal sealed class PointWriter(JournalWriter journal)
{
    // A sum that began longer ago tells nothing about the window that is looked at.
    private const long LongestStart = 10 * 60_000;

    /// <summary>The series with points that are in no block yet.</summary>
    public HashSet<SeriesEntry> Touched { get; } = [];

    /// <summary>Writes a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="buckets">The buckets of its request.</param>
    public void Write(in DecodedPoint point, ReadOnlySpan<long> buckets)
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
                Write(series, new ChunkPoint { Time = point.Start });
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
            });
        series.LastTime = Math.Max(series.LastTime, point.Time);
    }

    private void Write(SeriesEntry series, in ChunkPoint point)
    {
        journal.Add(series.Id, series.Open.Append(point));
        Touched.Add(series);
    }
}
