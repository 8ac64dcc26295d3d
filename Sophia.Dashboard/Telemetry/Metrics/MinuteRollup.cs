namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>
/// Reduces a series' points to one for each minute, in the form of single points, so that readers need not tell them apart:
/// a gauge's mean; a cumulative sum's last value, beside the first of all and those before and after a reset; a delta sum's total.
/// </summary>
internal static class MinuteRollup
{
    private const long Minute = 60_000;

    /// <summary>Reduces a chunk.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="chunk">The chunk.</param>
    /// <returns>The reduced chunk.</returns>
    public static ReadOnlyMemory<byte> Reduce(SeriesEntry series, ReadOnlySpan<byte> chunk)
    {
        var writer = new ChunkWriter(series.Buckets);
        var description = series.Instrument.Description;
        if (description.Kind == InstrumentKind.Gauge || description.Delta)
        {
            Totals(series.Buckets, chunk, mean: description.Kind == InstrumentKind.Gauge, writer);
        }
        else
        {
            LastOnes(series.Buckets, description.Kind, chunk, writer);
        }

        return writer.Take();
    }

    private static void Totals(int buckets, ReadOnlySpan<byte> chunk, bool mean, ChunkWriter writer)
    {
        var reader = new ChunkReader(chunk, buckets);
        var totals = new long[buckets];
        var (last, sum, count, points) = (long.MinValue, 0d, 0L, 0);
        while (reader.Next())
        {
            ref readonly var point = ref reader.Current;
            if (points > 0 && point.Time / Minute != last / Minute)
            {
                writer.Append(new ChunkPoint { Time = last, Value = mean ? sum / points : sum, Count = count, Buckets = totals });
                Array.Clear(totals);
                (sum, count, points) = (0, 0, 0);
            }

            last = point.Time;
            sum += point.Value;
            count += point.Count;
            points++;
            for (var i = 0; i < buckets; i++)
            {
                totals[i] += point.Buckets[i];
            }
        }

        if (points > 0)
        {
            writer.Append(new ChunkPoint { Time = last, Value = mean ? sum / points : sum, Count = count, Buckets = totals });
        }
    }

    private static void LastOnes(int buckets, InstrumentKind kind, ReadOnlySpan<byte> chunk, ChunkWriter writer)
    {
        var reader = new ChunkReader(chunk, buckets);
        var kept = new long[buckets];
        // The first point may be where the sum began, without which its first increase would be lost.
        var (time, value, count, any, needed) = (0L, 0d, 0L, false, true);
        while (reader.Next())
        {
            ref readonly var point = ref reader.Current;
            var reset = kind == InstrumentKind.Histogram ? point.Count < count : kind == InstrumentKind.Counter && point.Value < value;
            if (any && (needed || reset || point.Time / Minute != time / Minute))
            {
                writer.Append(new ChunkPoint { Time = time, Value = value, Count = count, Buckets = kept });
                needed = reset;
            }

            (time, value, count, any) = (point.Time, point.Value, point.Count, true);
            point.Buckets.CopyTo(kept);
        }

        if (any)
        {
            writer.Append(new ChunkPoint { Time = time, Value = value, Count = count, Buckets = kept });
        }
    }
}
