using System.Buffers.Binary;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>Reads the headers of a request's log records and checks all that is read of them later.</summary>
internal sealed class LogDecoder(ResourceTable resources, NameTable names)
{
    // OpenTelemetry's SDKs send at most 128 unless told otherwise.
    private const int MostAttributes = 512;

    // A record is read as a whole when it is shown.
    private const int LongestRecord = 1 << 20;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
    /// <param name="logs">Where the records go.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it may be kept.</exception>
    public void Decode(ReadOnlySpan<byte> request, long receivedAt, DecodedRecords<LogHeader> logs)
    {
        var records = new ScopedRecords(request, resources, receivedAt);
        while (records.Next())
        {
            var reason = Read(records.Record, receivedAt, out var header);
            if (records.Resource is null)
            {
                logs.Reject("More processes than the bound are sending.");
            }
            else if (reason is not null)
            {
                logs.Reject(reason);
            }
            else
            {
                header.Offset = records.Offset;
                header.Length = records.Record.Length;
                header.Resource = records.Resource.Id;
                header.Scope = names.Number(records.Scope);
                logs.Add(header);
            }
        }
    }

    private static string? Read(ReadOnlySpan<byte> record, long receivedAt, out LogHeader header)
    {
        header = default;
        var (observed, attributes) = (0L, 0);
        var reader = new ProtoReader(record);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    header.Time = (long)Math.Min(reader.Fixed64(), long.MaxValue);
                    break;
                case 2:
                    header.Severity = (byte)Math.Min(reader.UInt64(), 24);
                    break;
                case 3 or 12:
                    reader.Utf8();
                    break;
                case 5:
                    OtlpAttributes.CheckValue(reader.Bytes());
                    break;
                case 6:
                    attributes++;
                    header.HasException |= OtlpAttributes.Check(reader.Bytes()).SequenceEqual("exception.type"u8);
                    break;
                case 9:
                    header.Trace = reader.Bytes() is { Length: 16 } trace ? BinaryPrimitives.ReadUInt128BigEndian(trace) : 0;
                    break;
                case 10:
                    header.Span = reader.Bytes() is { Length: 8 } span ? BinaryPrimitives.ReadUInt64BigEndian(span) : 0;
                    break;
                case 11:
                    observed = (long)Math.Min(reader.Fixed64(), long.MaxValue);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // OTLP: where the time is not known, the time of observation stands for it.
        header.Time = header.Time != 0 ? header.Time : observed != 0 ? observed : receivedAt;
        return attributes > MostAttributes ? $"A log record has more than {MostAttributes} attributes."
            : record.Length > LongestRecord ? $"A log record has more than {LongestRecord} bytes."
            : null;
    }
}
