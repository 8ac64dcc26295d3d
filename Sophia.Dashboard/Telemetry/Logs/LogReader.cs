using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>Makes log records of their bytes.</summary>
internal static class LogReader
{
    /// <summary>Reads a record.</summary>
    /// <param name="store">The processes and names.</param>
    /// <param name="id">Its id.</param>
    /// <param name="header">Its header.</param>
    /// <param name="record">Its bytes.</param>
    /// <returns>The record.</returns>
    public static LogEntry Read(TelemetryStore store, long id, in LogHeader header, ReadOnlySpan<byte> record)
    {
        var attributes = new List<TelemetryAttribute>();
        var (message, eventName) = ("", (string?)null);
        var reader = new ProtoReader(record);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 5:
                    message = OtlpAttributes.ReadValue(reader.Bytes(), out _);
                    break;
                case 6:
                    attributes.Add(OtlpAttributes.Read(reader.Bytes()));
                    break;
                case 12:
                    eventName = reader.Text();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var resource = store.Resources.Find(header.Resource);
        return new LogEntry(
            id, UnixNanoseconds.ToTime(header.Time), resource?.Key ?? "", resource?.Service ?? "", Severity(header.Severity), store.Names[header.Scope],
            message, header.Trace == 0 ? null : TraceIds.Text(header.Trace), header.Span == 0 ? null : TraceIds.Text(header.Span),
            string.IsNullOrEmpty(eventName) ? null : eventName, attributes);
    }

    /// <summary>The message alone.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <returns>The message.</returns>
    public static string Message(ReadOnlySpan<byte> record)
    {
        var reader = new ProtoReader(record);
        while (reader.Next())
        {
            if (reader.Field == 5)
            {
                return OtlpAttributes.ReadValue(reader.Bytes(), out _);
            }

            reader.Skip();
        }

        return "";
    }

    /// <summary>The range that a severity's number lies in.</summary>
    /// <param name="number">OTLP's number, 0 to 24.</param>
    /// <returns>The severity.</returns>
    public static LogSeverity Severity(int number) => number == 0 ? LogSeverity.Unspecified : (LogSeverity)(((number - 1) / 4 * 4) + 1);
}
