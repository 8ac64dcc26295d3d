using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads points of gauges and sums.</summary>
internal static class NumberPointDecoder
{
    /// <summary>Reads a point.</summary>
    /// <param name="instrument">Its instrument.</param>
    /// <param name="message">The point's message.</param>
    /// <param name="point">Where it is put together.</param>
    /// <param name="points">Where it goes.</param>
    public static void Decode(InstrumentEntry instrument, ReadOnlySpan<byte> message, PointBuilder point, DecodedPoints points)
    {
        point.Begin();
        var (time, start, value, flags, exemplar, any) = (0UL, 0UL, 0d, 0UL, default(PointExemplar), false);
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
                    (value, any) = (reader.Double(), true);
                    break;
                case 5:
                    ExemplarDecoder.Decode(reader.Bytes(), ref exemplar);
                    break;
                case 6:
                    (value, any) = ((long)reader.Fixed64(), true);
                    break;
                case 7:
                    point.Label(reader.Bytes());
                    break;
                case 8:
                    flags = reader.UInt64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (any && PointBuilder.IsRecorded(flags))
        {
            point.Complete(instrument, points, time, start, value, count: 0, exemplar);
        }
    }
}
