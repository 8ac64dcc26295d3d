using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>Reads exemplars.</summary>
internal static class ExemplarDecoder
{
    /// <summary>Reads an exemplar.</summary>
    /// <param name="message">Its message.</param>
    /// <param name="latest">Is replaced by it when it has a trace and is no older.</param>
    public static void Decode(ReadOnlySpan<byte> message, ref PointExemplar latest)
    {
        var (time, value, trace, span) = (0UL, 0d, default(UInt128), 0UL);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    time = reader.Fixed64();
                    break;
                case 3:
                    value = reader.Double();
                    break;
                case 4:
                    span = reader.Bytes() is { Length: 8 } spanId ? BinaryPrimitives.ReadUInt64BigEndian(spanId) : 0;
                    break;
                case 5:
                    trace = reader.Bytes() is { Length: 16 } traceId ? BinaryPrimitives.ReadUInt128BigEndian(traceId) : 0;
                    break;
                case 6:
                    value = (long)reader.Fixed64();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (trace != 0 && (long)(time / 1_000_000) >= latest.Time)
        {
            latest = new PointExemplar((long)(time / 1_000_000), value, trace, span);
        }
    }
}
