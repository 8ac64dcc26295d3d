using System.Globalization;
using System.IO.Compression;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>Writes the records of one signal as OTLP JSON requests, those of one process and scope together.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
internal sealed class RecordExport<THeader>(TelemetryStore store, string folder, OtlpMessage schema, Func<THeader, int> scope)
    where THeader : unmanaged, IRecordHeader
{
    // A file of a size that any editor opens, and that is well within what is taken back in one request.
    private const int BytesInFile = 4 << 20;

    /// <summary>Writes the records of a window.</summary>
    /// <param name="archive">Where to.</param>
    /// <param name="log">The records.</param>
    /// <param name="resources">The processes; null means all.</param>
    /// <param name="from">Not before, in nanoseconds since 1970.</param>
    /// <param name="to">Before.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public void Write(ZipArchive archive, RecordLog<THeader> log, HashSet<int>? resources, long from, long to, CancellationToken cancellationToken)
    {
        var reader = new RecordReader<THeader>(1 << 16);
        var request = new ProtoWriter();
        var records = new ProtoWriter();
        var (resource, name, files) = (-1, -1, 0);
        foreach (var segment in log.Segments.ToArray())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var view = segment.View;
            for (var i = 0; i < view.Count; i++)
            {
                var header = view.Headers[i];
                if (header.Time < from || header.Time >= to || resources?.Contains(header.Resource) == false)
                {
                    continue;
                }

                if (header.Resource != resource || scope(header) != name)
                {
                    Close(request, records, resource, name);
                    (resource, name) = (header.Resource, scope(header));
                    if (request.Written.Length > BytesInFile)
                    {
                        WriteFile(archive, request, ++files);
                    }
                }

                records.Bytes(2, reader.Read(segment, header));
                if (records.Written.Length > BytesInFile)
                {
                    Close(request, records, resource, name);
                    WriteFile(archive, request, ++files);
                }
            }
        }

        Close(request, records, resource, name);
        WriteFile(archive, request, ++files);
    }

    private void Close(ProtoWriter request, ProtoWriter records, int resource, int name)
    {
        if (records.Written.Length == 0)
        {
            return;
        }

        var scopeMessage = new ProtoWriter();
        scopeMessage.Text(1, store.Names[name]);
        var scoped = new ProtoWriter();
        scoped.Bytes(1, scopeMessage.Written);
        scoped.Raw(records.Written);
        var resourced = new ProtoWriter();
        resourced.Bytes(1, store.Resources.Find(resource)?.Message ?? []);
        resourced.Bytes(2, scoped.Written);
        request.Bytes(1, resourced.Written);
        records.Clear();
    }

    private void WriteFile(ZipArchive archive, ProtoWriter request, int number)
    {
        if (request.Written.Length > 0)
        {
            SessionEntry.Write(archive, string.Create(CultureInfo.InvariantCulture, $"{folder}/{number:D4}.json"), request.Written, schema);
            request.Clear();
        }
    }
}
