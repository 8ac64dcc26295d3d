using System.Globalization;
using System.IO.Compression;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>Writes metric points as OTLP JSON requests, an instrument of a process after the other.</summary>
internal sealed class MetricExport(MetricStore store)
{
    private const int BytesInFile = 4 << 20;

    // Below the number of points that is taken back in one request.
    private const int PointsInFile = 50_000;
    private const int Gauge = 5;
    private const int Sum = 7;
    private const int Histogram = 9;

    /// <summary>Writes the points of a window.</summary>
    /// <param name="archive">Where to.</param>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="from">Not before, in milliseconds since 1970.</param>
    /// <param name="to">Before.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public void Write(ZipArchive archive, string? resource, long from, long to, CancellationToken cancellationToken)
    {
        var request = new ProtoWriter();
        var (files, points) = (0, 0);
        foreach (var instrument in store.Instruments().Where(instrument => string.IsNullOrEmpty(resource) || instrument.Resource.Is(resource)))
        {
            foreach (var chunks in store.Read(store.SeriesOf(instrument), from, to, cancellationToken))
            {
                points += Series(request, chunks, from, to);
                if (points > PointsInFile || request.Written.Length > BytesInFile)
                {
                    Flush();
                }
            }
        }

        Flush();

        void Flush()
        {
            if (request.Written.Length > 0)
            {
                SessionEntry.Write(archive, string.Create(CultureInfo.InvariantCulture, $"metrics/{++files:D4}.json"), request.Written, OtlpSchema.Metrics);
                request.Clear();
                points = 0;
            }
        }
    }

    private static int Series(ProtoWriter request, SeriesChunks chunks, long from, long to)
    {
        var series = chunks.Series;
        var description = series.Instrument.Description;
        var (data, points) = (new ProtoWriter(), 0);
        foreach (var chunk in chunks.Chunks)
        {
            var reader = new ChunkReader(chunk.Span, series.Buckets);
            while (reader.Next())
            {
                if (reader.Current.Time >= from && reader.Current.Time < to)
                {
                    Point(data, series, reader.Current);
                    points++;
                }
            }
        }

        if (points == 0)
        {
            return 0;
        }

        var field = description.Kind switch
        {
            InstrumentKind.Gauge => Gauge,
            InstrumentKind.Counter or InstrumentKind.UpDownCounter => Sum,
            InstrumentKind.Histogram => Histogram,
        };
        if (field != Gauge)
        {
            data.UInt64(2, description.Delta ? 1UL : 2);
        }

        if (field == Sum)
        {
            data.UInt64(3, description.Kind == InstrumentKind.Counter ? 1UL : 0);
        }

        var metric = new ProtoWriter();
        metric.Text(1, description.Name);
        metric.Text(2, description.Description);
        metric.Text(3, description.Unit);
        metric.Bytes(field, data.Written);
        var scope = new ProtoWriter();
        scope.Text(1, description.Meter);
        var scoped = new ProtoWriter();
        scoped.Bytes(1, scope.Written);
        scoped.Bytes(2, metric.Written);
        var resourced = new ProtoWriter();
        resourced.Bytes(1, series.Instrument.Resource.Message);
        resourced.Bytes(2, scoped.Written);
        request.Bytes(1, resourced.Written);
        return points;
    }

    private static void Point(ProtoWriter data, SeriesEntry series, in ChunkPoint point)
    {
        var message = new ProtoWriter();
        message.Fixed64(3, (ulong)point.Time * 1_000_000);
        if (series.Buckets == 0)
        {
            message.Fixed64(4, BitConverter.DoubleToUInt64Bits(point.Value));
        }
        else
        {
            message.Fixed64(4, (ulong)point.Count);
            message.Fixed64(5, BitConverter.DoubleToUInt64Bits(point.Value));
            message.Bytes(6, System.Runtime.InteropServices.MemoryMarshal.AsBytes(point.Buckets));
            message.Bytes(7, System.Runtime.InteropServices.MemoryMarshal.AsBytes(series.Bounds.AsSpan()));
        }

        foreach (var label in series.Labels)
        {
            OtlpAttributeWriter.Write(message, series.Buckets == 0 ? 7 : 9, label);
        }

        data.Bytes(1, message.Written);
    }
}
