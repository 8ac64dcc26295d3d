using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>Reads the headers of a request's spans and checks all that is read of them later.</summary>
internal sealed class SpanDecoder(ResourceTable resources, NameTable names)
{
    // OpenTelemetry's SDKs send at most 128 of each unless told otherwise.
    private const int MostAttributes = 512;
    private const int MostEvents = 1024;

    // A span is read as a whole when it is shown.
    private const int LongestSpan = 1 << 20;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="spans">Where the spans go.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it may be kept.</exception>
    public void Decode(ReadOnlySpan<byte> request, long receivedAt, DecodedRecords<SpanHeader> spans)
    {
        var records = new ScopedRecords(request, resources, receivedAt);
        while (records.Next())
        {
            var reason = Read(records.Record, out var header);
            if (records.Resource is null)
            {
                spans.Reject("More processes than the bound are sending.");
            }
            else if (reason is not null)
            {
                spans.Reject(reason);
            }
            else
            {
                header.Offset = records.Offset;
                header.Length = records.Record.Length;
                header.Resource = records.Resource.Id;
                header.Scope = names.Number(records.Scope);
                spans.Add(header);
            }
        }
    }

    private string? Read(ReadOnlySpan<byte> span, out SpanHeader header)
    {
        header = default;
        var name = NameTable.None;
        var traceState = ReadOnlySpan<byte>.Empty;
        var (end, attributes, events) = (0L, 0, 0);
        var peer = default(PeerAttributes);
        var reader = new ProtoReader(span);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1 when reader.Bytes() is { Length: 16 } id:
                    header.Trace = BinaryPrimitives.ReadUInt128BigEndian(id);
                    break;
                case 2 when reader.Bytes() is { Length: 8 } id:
                    header.Span = BinaryPrimitives.ReadUInt64BigEndian(id);
                    break;
                case 1 or 2:
                    break;
                case 3:
                    traceState = reader.Utf8();
                    break;
                case 4:
                    header.Parent = reader.Bytes() is { Length: 8 } parent ? BinaryPrimitives.ReadUInt64BigEndian(parent) : 0;
                    break;
                case 5:
                    name = names.Number(reader.Utf8());
                    break;
                case 6:
                    header.Kind = reader.UInt64() is var kind and <= 5 ? (SpanKind)kind : SpanKind.Unspecified;
                    break;
                case 7:
                    header.Start = (long)Math.Min(reader.Fixed64(), long.MaxValue);
                    break;
                case 8:
                    end = (long)Math.Min(reader.Fixed64(), long.MaxValue);
                    break;
                case 9:
                    attributes++;
                    var attribute = reader.Bytes();
                    var key = OtlpAttributes.Check(attribute);
                    peer.See(key, attribute);
                    header.Category = Categorize(key, header.Category);
                    header.Flags |= ConnectionAttributes.Tell(key, attribute) ? SpanFlags.Connection : SpanFlags.None;
                    break;
                case 11:
                    events++;
                    CheckEvent(reader.Bytes(), ref header, ref attributes);
                    break;
                case 13:
                    events++;
                    header.Flags |= SpanFlags.Links;
                    CheckAttributes(reader.Bytes(), 4, ref attributes);
                    break;
                case 15:
                    ReadStatus(reader.Bytes(), ref header);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        header.Name = name;
        header.Count = AdjustedCount.Read(traceState, header.Trace);
        header.Duration = Math.Max(0, end - header.Start);
        if (header.Kind is SpanKind.Client or SpanKind.Producer)
        {
            header.Peer = peer.Number(names);
        }

        return header.Trace == 0 || header.Span == 0 ? "A span has no valid trace id or span id."
            : header.Start == 0 || end == 0 ? "A span has no begin or no end."
            : attributes > MostAttributes ? $"A span has more than {MostAttributes} attributes."
            : events > MostEvents ? $"A span has more than {MostEvents} events and links."
            : span.Length > LongestSpan ? $"A span has more than {LongestSpan} bytes."
            : null;
    }

    private static void ReadStatus(ReadOnlySpan<byte> status, ref SpanHeader header)
    {
        var reader = new ProtoReader(status);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    reader.Utf8();
                    break;
                case 3:
                    header.Status = reader.UInt64() is var code and <= 2 ? (SpanStatus)code : SpanStatus.Unset;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void CheckEvent(ReadOnlySpan<byte> message, ref SpanHeader header, ref int attributes)
    {
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.Fixed64();
                    break;
                case 2 when reader.Utf8().SequenceEqual("exception"u8):
                    header.Flags |= SpanFlags.Exception;
                    break;
                case 2:
                    break;
                case 3:
                    attributes++;
                    OtlpAttributes.Check(reader.Bytes());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
    }

    private static void CheckAttributes(ReadOnlySpan<byte> message, int field, ref int attributes)
    {
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == field)
            {
                attributes++;
                OtlpAttributes.Check(reader.Bytes());
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // The most telling convention wins: a model or a database may be called over HTTP.
    private static SpanCategory Categorize(ReadOnlySpan<byte> key, SpanCategory known)
    {
        var category = key.StartsWith("gen_ai."u8) ? SpanCategory.GenAI
            : key.StartsWith("rpc."u8) ? SpanCategory.Rpc
            : key.StartsWith("messaging."u8) ? SpanCategory.Messaging
            : key.StartsWith("db."u8) ? SpanCategory.Database
            : key.StartsWith("http."u8) ? SpanCategory.Http
            : SpanCategory.Other;
        return category > known ? category : known;
    }
}
