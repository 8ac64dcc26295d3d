using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Makes spans of their bytes.</summary>
internal static class SpanReader
{
    /// <summary>Reads a span.</summary>
    /// <param name="store">The processes and names.</param>
    /// <param name="id">Its id in the store.</param>
    /// <param name="header">Its header.</param>
    /// <param name="span">Its bytes.</param>
    /// <returns>The span.</returns>
    public static SpanEntry Read(TelemetryStore store, long id, in SpanHeader header, ReadOnlySpan<byte> span)
    {
        var attributes = new List<TelemetryAttribute>();
        var events = new List<SpanEvent>();
        var links = new List<SpanLink>();
        var (name, statusMessage) = ("", "");
        var reader = new ProtoReader(span);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 5:
                    name = TelemetryStrings.Shared(reader.Bytes());
                    break;
                case 9:
                    attributes.Add(OtlpAttributes.Read(reader.Bytes()));
                    break;
                case 11:
                    events.Add(Event(reader.Bytes()));
                    break;
                case 13:
                    links.Add(Link(reader.Bytes()));
                    break;
                case 15:
                    statusMessage = Message(reader.Bytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var resource = store.Resources.Find(header.Resource);
        var peer = store.Names[header.Peer];
        return new SpanEntry(
            id, TraceIds.Text(header.Trace), TraceIds.Text(header.Span), header.Parent == 0 ? null : TraceIds.Text(header.Parent), name,
            header.Kind, header.Category, header.Status, statusMessage.Length == 0 ? null : statusMessage, UnixNanoseconds.ToTime(header.Start),
            UnixNanoseconds.ToSpan(header.Duration), resource?.Key ?? "", resource?.Service ?? "", store.Names[header.Scope],
            peer.Length == 0 ? null : peer, attributes, events, links, header.Count);
    }

    private static SpanEvent Event(ReadOnlySpan<byte> message)
    {
        var (time, name, attributes) = (0L, "", new List<TelemetryAttribute>());
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    time = (long)Math.Min(reader.Fixed64(), long.MaxValue);
                    break;
                case 2:
                    name = TelemetryStrings.Shared(reader.Bytes());
                    break;
                case 3:
                    attributes.Add(OtlpAttributes.Read(reader.Bytes()));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new SpanEvent(UnixNanoseconds.ToTime(time), name, attributes);
    }

    private static SpanLink Link(ReadOnlySpan<byte> message)
    {
        var (trace, span, attributes) = (default(UInt128), 0UL, new List<TelemetryAttribute>());
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    trace = reader.Bytes() is { Length: 16 } traceId ? BinaryPrimitives.ReadUInt128BigEndian(traceId) : 0;
                    break;
                case 2:
                    span = reader.Bytes() is { Length: 8 } spanId ? BinaryPrimitives.ReadUInt64BigEndian(spanId) : 0;
                    break;
                case 4:
                    attributes.Add(OtlpAttributes.Read(reader.Bytes()));
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new SpanLink(TraceIds.Text(trace), TraceIds.Text(span), attributes);
    }

    private static string Message(ReadOnlySpan<byte> status)
    {
        var reader = new ProtoReader(status);
        while (reader.Next())
        {
            if (reader.Field == 2)
            {
                return reader.Text();
            }

            reader.Skip();
        }

        return "";
    }
}
