using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads points of histograms with bounds of their own.</summary>
internal static class HistogramPointDecoder
{
    /// <summary>Reads a point.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="message">The point's message.</param>
    /// <param name="point">Where it is put together.</param>
    /// <param name="points">Where it goes.</param>
    public static void Decode(InstrumentEntry instrument, ReadOnlySpan<byte> message, PointBuilder point, DecodedPoints points)
    {
        point.Begin();
        var (time, start, sum, count, flags, exemplar) = (0UL, 0UL, 0d, 0L, 0UL, default(PointExemplar));
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
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
                case 6 when reader.Wire == WireType.Bytes:
                    for (var packed = reader.Bytes(); packed.Length >= 8; packed = packed[8..])
                    {
                        point.Counts.Add(BinaryPrimitives.ReadInt64LittleEndian(packed));
                    }

                    break;
                case 6:
                    point.Counts.Add((long)reader.Fixed64());
                    break;
                case 7 when reader.Wire == WireType.Bytes:
                    point.Bounds.AddRange(reader.Bytes());
                    break;
                case 7:
                    point.Bounds.AddRange(BitConverter.GetBytes(reader.Fixed64()));
                    break;
                case 8:
                    ExemplarDecoder.Decode(reader.Bytes(), ref exemplar);
                    break;
                case 9:
                    point.Label(reader.Bytes());
                    break;
                case 10:
                    flags = reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (point.Counts.Count == 0)
        {
            // A histogram without buckets has one that takes all.
            point.Bounds.Clear();
            point.Counts.Add(count);
        }

        if (!PointBuilder.IsRecorded(flags))
        {
            return;
        }

        if (point.Bounds.Count != (point.Counts.Count - 1) * 8 || point.Counts.Count > PointBuilder.MostBuckets)
        {
            points.Reject("A histogram's buckets do not fit its bounds.");
            return;
        }

        point.Complete(instrument, points, time, start, sum, count, exemplar);
    }
}
