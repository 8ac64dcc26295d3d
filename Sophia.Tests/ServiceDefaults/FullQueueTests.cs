using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Sophia.Tests.ServiceDefaults;

public sealed class FullQueueTests
{
    private const int Spans = 10_000;

    [Fact]
    public async Task Spans_that_find_the_queue_full_are_counted()
    {
        // Takes connections and never answers, so nothing leaves the queue.
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var counts = new Counts();
        using var reader = new BaseExportingMetricReader(counts);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://{receiver.LocalEndpoint}";
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.Configuration["OTEL_EXPORTER_OTLP_TIMEOUT"] = "1000";
        builder.ConfigureOpenTelemetry();
        builder.Services.ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddReader(reader));
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var source = new ActivitySource($"Sophia.Tests.{Guid.NewGuid():N}");

        using (source.StartActivity("root"))
        {
            for (var i = 1; i < Spans; i++)
            {
                source.StartActivity("child")!.Dispose();
            }
        }

        Assert.True(reader.Collect());
        // The queue holds 2,048, and a batch or two may have left it for the receiver. Other tests' spans may come on top.
        Assert.True(counts.Full >= Spans - 2_048 - 1_024, $"{counts.Full} counted");
    }

    /// <summary>Reads the counter as it would be sent.</summary>
    private sealed class Counts : BaseExporter<Metric>
    {
        public long Full { get; private set; }

        public override ExportResult Export(in Batch<Metric> batch)
        {
            foreach (var metric in batch)
            {
                foreach (ref readonly var point in metric.GetMetricPoints())
                {
                    foreach (var tag in point.Tags)
                    {
                        if (metric.Name == "otel.sdk.processor.span.processed" && tag is { Key: "error.type", Value: "queue_full" })
                        {
                            Full = point.GetSumLong();
                        }
                    }
                }
            }

            return ExportResult.Success;
        }
    }
}
