using System.IO.Compression;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>Writes what is kept into a file, and reads such a file: a zip of OTLP JSON (<c>traces/*.json</c>, <c>logs/*.json</c>, <c>metrics/*.json</c>). Singleton.</summary>
public sealed class SessionFile
{
    private const long MostUnpacked = 256L << 20;
    private const long MostPacked = 128L << 20;

    // One request; those that are written here stay below 20 MB.
    private const long LargestFile = 64L << 20;

    private readonly TelemetryStore _store;

    internal SessionFile(TelemetryStore store) => _store = store;

    /// <summary>Writes what is kept of a window.</summary>
    /// <param name="destination">Where to; need not be seekable.</param>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="from">Not before; null for all.</param>
    /// <param name="to">Before; null for all.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>When it is written.</returns>
    public async Task ExportAsync(Stream destination, string? resource, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        // A zip is written in one go and its writer is synchronous, which a response is not: it goes through a file.
        var path = Path.Combine(_store.Folder, $"export-{Guid.NewGuid():N}.zip");
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await Task.Run(() => Write(file, resource, from ?? DateTimeOffset.UnixEpoch, to ?? DateTimeOffset.MaxValue, cancellationToken), cancellationToken);
        file.Position = 0;
        await file.CopyToAsync(destination, cancellationToken);
    }

    /// <summary>Reads a file and adds what it holds.</summary>
    /// <param name="source">The file; at most 256 MB unpacked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or too large.</exception>
    public async Task<SessionImport> ImportAsync(Stream source, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_store.Folder, $"import-{Guid.NewGuid():N}.zip");
        await using var file = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var buffer = new byte[1 << 16];
        for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            if (file.Length > MostPacked)
            {
                throw new InvalidDataException($"The file has more than {MostPacked} bytes.");
            }
        }

        return await Task.Run(() => Read(file, cancellationToken), cancellationToken);
    }

    private void Write(Stream destination, string? resource, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        var resources = _store.Resources.Select(resource);
        var (begin, end) = (UnixNanoseconds.From(from), UnixNanoseconds.From(to));
        new RecordExport<SpanHeader>(_store, "traces", OtlpSchema.Traces, static header => header.Scope)
            .Write(archive, _store.Spans, resources, begin, end, cancellationToken);
        new RecordExport<LogHeader>(_store, "logs", OtlpSchema.Logs, static header => header.Scope)
            .Write(archive, _store.Logs, resources, begin, end, cancellationToken);
        new MetricExport(_store.Metrics).Write(archive, resource, from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds(), cancellationToken);
    }

    private SessionImport Read(Stream source, CancellationToken cancellationToken)
    {
        using var archive = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
        var (spans, logs, points) = (new DecodedRecords<SpanHeader>(), new DecodedRecords<LogHeader>(), new DecodedPoints());
        var (spanCount, logCount, pointCount, rejected, unpacked) = (0L, 0L, 0L, 0L, 0L);
        foreach (var entry in archive.Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var folder = entry.FullName.Split('/')[0];
            if (folder is not ("traces" or "logs" or "metrics") || !entry.FullName.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var json = ReadEntry(entry, Math.Min(LargestFile, MostUnpacked - unpacked));
            unpacked += json.Length;
            try
            {
                switch (folder)
                {
                    case "traces":
                        _store.AddSpans(OtlpJsonReader.ToProtobuf(json, OtlpSchema.Traces), spans);
                        (spanCount, rejected) = (spanCount + spans.Count, rejected + spans.Rejected);
                        break;
                    case "logs":
                        _store.AddLogs(OtlpJsonReader.ToProtobuf(json, OtlpSchema.Logs), logs);
                        (logCount, rejected) = (logCount + logs.Count, rejected + logs.Rejected);
                        break;
                    default:
                        _store.AddMetrics(OtlpJsonReader.ToProtobuf(json, OtlpSchema.Metrics), points);
                        (pointCount, rejected) = (pointCount + points.Points.Count, rejected + points.Rejected);
                        break;
                }
            }
            catch (Exception exception) when (exception is OtlpFormatException or OversizedRequestException)
            {
                throw new InvalidDataException($"{entry.FullName}: {exception.Message}", exception);
            }
        }

        return new SessionImport(spanCount, logCount, pointCount, rejected);
    }

    // The length that a zip states is its writer's word; what is unpacked is counted.
    private static byte[] ReadEntry(ZipArchiveEntry entry, long maximum)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > maximum)
            {
                throw new InvalidDataException($"The file holds more than {MostUnpacked} bytes, or more than {LargestFile} in one piece.");
            }
        }

        return memory.ToArray();
    }
}
