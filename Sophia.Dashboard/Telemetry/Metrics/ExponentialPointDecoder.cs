using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads points of exponential histograms, whose buckets are put into <see cref="ExponentialBuckets"/>.</summary>
internal static class ExponentialPointDecoder
{
    /// <summary>Reads a point.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="message">The point's message.</param>
    /// <param name="point">Where it is put together.</param>
    /// <param name="points">Where it goes.</param>
    public static void Decode(InstrumentEntry instrument, ReadOnlySpan<byte> message, PointBuilder point, DecodedPoints points)
    {
        point.Begin();
        var bounds = ExponentialBuckets.Bounds;
        var counts = new long[bounds.Length + 1];
        var (time, start, sum, count, flags, scale, exemplar) = (0UL, 0UL, 0d, 0L, 0UL, 0, default(PointExemplar));
        ReadOnlySpan<byte> positive = default;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    point.Label(reader.Bytes());
                    break;
                case 2:
                    start = reader.Fixed64();
                    break;
                case 3:
                    time = reader.Fixed64();
                    break;
                case 4:
                    count = (long)reader.Fixed64();
                    break;
                case 5:
                    sum = reader.Double();
                    break;
                case 6:
                    scale = reader.SInt32();
                    break;
                case 7:
                    counts[0] += (long)reader.Fixed64();
                    break;
                case 8:
                    positive = reader.Bytes();
                    break;
                case 9:
                    counts[0] += BucketCounts(reader.Bytes(), out _).Sum();
                    break;
                case 10:
                    flags = reader.UInt64();
                    break;
                case 11:
                    ExemplarDecoder.Decode(reader.Bytes(), ref exemplar);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var buckets = BucketCounts(positive, out var offset);
        for (var i = 0; i < buckets.Count; i++)
        {
            ExponentialBuckets.Add(counts, scale, (long)offset + i, buckets[i]);
        }

        if (PointBuilder.IsRecorded(flags))
        {
            foreach (var bound in bounds)
            {
                point.Bounds.AddRange(BitConverter.GetBytes(bound));
            }

            point.Counts.AddRange(counts);
            point.Complete(instrument, points, time, start, sum, count, exemplar);
        }
    }

    private static List<long> BucketCounts(ReadOnlySpan<byte> message, out int offset)
    {
        var counts = new List<long>();
        offset = 0;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    offset = reader.SInt32();
                    break;
                case 2 when reader.Wire == WireType.Bytes:
                    var packed = new ProtoNumbers(reader.Bytes());
                    while (packed.Next())
                    {
                        counts.Add((long)packed.Current);
                    }

                    break;
                case 2:
                    counts.Add((long)reader.UInt64());
                    break;
                default:
                    reader.Skip();
                    break;
            }

            if (counts.Count > PointBuilder.MostBuckets)
            {
                throw new OtlpFormatException($"A histogram has more than {PointBuilder.MostBuckets} buckets.");
            }
        }

        return counts;
    }
}
