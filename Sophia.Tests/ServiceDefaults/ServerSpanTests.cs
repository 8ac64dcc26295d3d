using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.ServiceDefaults;

public sealed class ServerSpanTests
{
    [Fact]
    public async Task A_server_span_carries_route_status_and_name()
    {
        var spans = await RecordAsync("/deals/42?token=abc");

        var span = Assert.Single(spans);
        Assert.Equal("GET /deals/{id}", span.DisplayName);
        Assert.Equal("/deals/{id}", span.GetTagItem("http.route"));
        Assert.Equal(200, span.GetTagItem("http.response.status_code"));
        Assert.Equal("GET", span.GetTagItem("http.request.method"));
        Assert.Equal("/deals/42", span.GetTagItem("url.path"));
    }

    [Fact]
    public async Task A_failing_request_is_an_error_of_its_route()
    {
        var spans = await RecordAsync("/broken");

        var span = Assert.Single(spans);
        Assert.Equal("GET /broken", span.DisplayName);
        Assert.Equal(500, span.GetTagItem("http.response.status_code"));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
    }

    [Fact]
    public async Task A_failing_request_is_kept_and_counts_as_one_although_its_trace_is_not_recorded()
    {
        Assert.Empty(await RecordAsync("/deals/42", recorded: false));

        var span = Assert.Single(await RecordAsync("/broken", recorded: false));

        Assert.Equal(("GET /broken", ActivityStatusCode.Error, "ot=th:0"), (span.DisplayName, span.Status, span.TraceStateString));
        Assert.Equal("GET", span.GetTagItem("http.request.method"));
        Assert.Equal(500, span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task An_unknown_path_is_named_by_its_method_only()
    {
        var spans = await RecordAsync("/no/such/thing");

        var span = Assert.Single(spans);
        Assert.Equal("GET", span.DisplayName);
        Assert.Equal(404, span.GetTagItem("http.response.status_code"));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_probes_leave_no_spans(string path) => Assert.Empty(await RecordAsync(path));

    private static async Task<IReadOnlyList<Activity>> RecordAsync(string path, bool recorded = true)
    {
        // Bounded by the one request of the test.
        var recorder = new Recorder();
        await using var service = await LocalService.StartAsync(
            static app =>
            {
                app.UseExceptionHandler();
                app.MapDefaultEndpoints();
                app.MapGet("/deals/{id}", static (string id) => id);
                app.MapGet("broken", static string () => throw new InvalidOperationException("broken"));
            },
            builder =>
            {
                builder.AddServiceDefaults();
                builder.Services.AddProblemDetails();
                builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(new SimpleActivityExportProcessor(recorder)));
            });

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        var traceId = ActivityTraceId.CreateRandom();
        request.Headers.Add("traceparent", $"00-{traceId}-{ActivitySpanId.CreateRandom()}-{(recorded ? "01" : "00")}");
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { ActivityHeadersPropagator = null });
        request.RequestUri = new Uri(service.Address, path);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        // A span ends after its response. Where none is left, only a stop can tell that none is to come.
        if (path is not ("/health" or "/alive") && (recorded || path == "/broken"))
        {
            await Eventually.SeeAsync(() => Task.FromResult(recorder.Spans.Any(IsOfTheTest)), static seen => seen, TimeSpan.FromSeconds(30));
        }

        await service.DisposeAsync();
        return [.. recorder.Spans.Where(IsOfTheTest)];

        bool IsOfTheTest(Activity span) => span.TraceId == traceId && span.Kind == ActivityKind.Server;
    }

    private sealed class Recorder : BaseExporter<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var span in batch)
            {
                Spans.Enqueue(span);
            }

            return ExportResult.Success;
        }
    }
}
