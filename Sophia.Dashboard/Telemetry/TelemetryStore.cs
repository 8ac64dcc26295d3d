using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Store;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry;

/// <summary>Everything that is kept.</summary>
internal sealed class TelemetryStore : IDisposable
{
    private readonly FileStream _ownership;
    private readonly TelemetryFeed _feed;
    private readonly SpanDecoder _spanDecoder;
    private readonly LogDecoder _logDecoder;

    public TelemetryStore(IOptions<TelemetryOptions> options, TelemetryFeed feed, TimeProvider clock, ILogger<TelemetryStore> logger)
    {
        var settings = options.Value;
        _feed = feed;
        Clock = clock;
        Folder = Path.GetFullPath(settings.DataFolder);
        SearchTime = settings.SearchTime;
        Directory.CreateDirectory(Folder);
        _ownership = Own(Folder);
        Resources = new ResourceTable(settings.MaximumResources, clock);
        _spanDecoder = new SpanDecoder(Resources, Names);
        _logDecoder = new LogDecoder(Resources, Names);
        Spans = new RecordLog<SpanHeader>(
            Folder, "spans", settings.MaximumSpans, settings.MaximumSpanBytes, _spanDecoder.Decode,
            (resource, error, count) => Resources.Find(resource)?.CountSpans(count, error), clock, logger);
        Logs = new RecordLog<LogHeader>(
            Folder, "logs", settings.MaximumLogs, settings.MaximumLogBytes, _logDecoder.Decode,
            (resource, error, count) => Resources.Find(resource)?.CountLogs(count, error), clock, logger);
        Metrics = new MetricStore(
            Path.Combine(Folder, "metrics"), settings.MaximumMetricBytes, settings.MaximumSeries, Resources, clock, logger);
    }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where it is kept.</summary>
    public string Folder { get; }

    /// <summary>How long one search may take.</summary>
    public TimeSpan SearchTime { get; }

    /// <summary>The processes.</summary>
    public ResourceTable Resources { get; }

    /// <summary>The names.</summary>
    public NameTable Names { get; } = new();

    /// <summary>The spans.</summary>
    public RecordLog<SpanHeader> Spans { get; }

    /// <summary>The log records.</summary>
    public RecordLog<LogHeader> Logs { get; }

    /// <summary>The metrics.</summary>
    public MetricStore Metrics { get; }

    /// <summary>Keeps a request of spans.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="records">For the records; emptied first.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it is kept.</exception>
    public void AddSpans(ReadOnlySpan<byte> request, DecodedRecords<SpanHeader> records)
    {
        var now = Now();
        records.Clear();
        _spanDecoder.Decode(request, now, records);
        Spans.Append(request, now, records);
        Publish(records.Count, TelemetrySignals.Spans);
    }

    /// <summary>Keeps a request of log records.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="records">For the records; emptied first.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it is kept.</exception>
    public void AddLogs(ReadOnlySpan<byte> request, DecodedRecords<LogHeader> records)
    {
        var now = Now();
        records.Clear();
        _logDecoder.Decode(request, now, records);
        Logs.Append(request, now, records);
        Publish(records.Count, TelemetrySignals.Logs);
    }

    /// <summary>Keeps a request of metric points.</summary>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="points">For the points; emptied first.</param>
    /// <exception cref="OtlpFormatException">The request is not well formed; nothing of it is kept.</exception>
    public void AddMetrics(ReadOnlySpan<byte> request, DecodedPoints points)
    {
        Metrics.Append(request, Now(), points);
        Publish(points.Points.Count, TelemetrySignals.Metrics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Metrics.Dispose();
        _ownership.Dispose();
    }

    private void Publish(int count, TelemetrySignals signals)
    {
        if (count > 0)
        {
            _feed.Publish(signals);
        }
    }

    private long Now() => UnixNanoseconds.From(Clock.GetUtcNow());

    private static FileStream Own(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException($"Another process keeps its telemetry in {folder}; Dashboard:DataFolder names another folder.", exception);
        }
    }
}
