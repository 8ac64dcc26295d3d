using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Sophia.Dashboard.Telemetry.Errors;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed partial class ForeignSenderTests
{
    [Fact]
    public async Task OpenTelemetrys_SDK_for_dotnet_is_understood()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var name = $"foreign-{Guid.NewGuid():N}";
        using var source = new ActivitySource(name);
        using var meter = new Meter(name);
        var process = ResourceBuilder.CreateEmpty().AddService("dotnet-shop", serviceInstanceId: "d1");
        using var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(process).AddSource(name)
            .AddOtlpExporter(options => Configure(options, "traces")).Build();
        using var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(process).AddMeter(name)
            .SetExemplarFilter(ExemplarFilterType.TraceBased)
            .AddOtlpExporter(options => Configure(options, "metrics")).Build();
        using var logging = LoggerFactory.Create(builder => builder.AddOpenTelemetry(options =>
        {
            options.IncludeFormattedMessage = true;
            options.SetResourceBuilder(process).AddOtlpExporter(exporter => Configure(exporter, "logs"));
        }));
        var duration = meter.CreateHistogram<double>("order.duration", "s");
        string trace;
        using (var order = source.StartActivity("POST /orders", ActivityKind.Server))
        {
            trace = order!.TraceId.ToHexString();
            order.SetTag("amount", 42).AddException(new InvalidOperationException("no such customer")).SetStatus(ActivityStatusCode.Error);
            LogOrder(logging.CreateLogger("Shop.Orders"), 7);
            duration.Record(0.3);
        }

        Assert.True(traces.ForceFlush() && metrics.ForceFlush());
        logging.Dispose();

        var span = Assert.Single(await dashboard.SeeItemsAsync("spans?resource=dotnet-shop&filter=amount=42"));
        Assert.Equal(("POST /orders", "Server", "Error"), (span.GetProperty("name").GetString(), span.GetProperty("kind").GetString(), span.GetProperty("status").GetString()));
        var log = Assert.Single(await dashboard.SeeItemsAsync($"logs?traceId={trace}&filter=Order=7"));
        Assert.Equal(("Order 7 was refused", "Shop.Orders", "Warning"), (log.GetProperty("message").GetString(), log.GetProperty("category").GetString(), log.GetProperty("severity").GetString()));
        var answer = await dashboard.ReadAsync($"metrics/points?resource=dotnet-shop/d1&meter={name}&instrument=order.duration&step=3600");
        Assert.Equal(1, answer.GetProperty("lines")[0].GetProperty("points").EnumerateArray().Sum(static point => point.GetProperty("count") is { ValueKind: System.Text.Json.JsonValueKind.Number } count ? count.GetInt64() : 0));
        Assert.Equal(trace, answer.GetProperty("exemplars")[0].GetProperty("traceId").GetString());
        Assert.Equal("System.InvalidOperationException", Assert.Single(dashboard.Get<ErrorQueries>().Find()).Type);

        void Configure(OtlpExporterOptions options, string signal)
        {
            options.Protocol = OtlpExportProtocol.HttpProtobuf;
            options.Endpoint = new Uri(dashboard.Otlp.BaseAddress!, $"v1/{signal}");
            options.Headers = $"x-otlp-api-key={TestDashboard.Key}";
        }
    }

    [Fact]
    public async Task OpenTelemetrys_SDK_for_Node_is_understood()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        var folder = Path.Combine(AppContext.BaseDirectory, "Dashboard", "Telemetry", "NodeSender");
        if (!File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json")))
        {
            await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        }

        await RunAsync(folder, "node", "sender.mjs", dashboard.Otlp.BaseAddress!.ToString(), TestDashboard.Key);

        var span = Assert.Single(await dashboard.SeeItemsAsync("spans?resource=node-shop/n1&filter=http.route=/basket&hasError=true"));
        Assert.Contains(span.GetProperty("attributes").EnumerateArray(), static attribute => attribute.GetProperty("value").GetString() == "[1,2]");
        Assert.Equal("the basket is nearly empty", Assert.Single(await dashboard.SeeItemsAsync("logs?severity=warning&filter=items=1")).GetProperty("message").GetString());
        Assert.Equal(["basket.duration", "baskets"], (await dashboard.ReadAsync("metrics?resource=node-shop")).EnumerateArray().Select(static metric => metric.GetProperty("name").GetString()), StringComparer.Ordinal);
        Assert.Equal("TypeError", Assert.Single(dashboard.Get<ErrorQueries>().Find(service: "node-shop")).Type);
    }

    [Fact]
    public async Task Hand_made_JSON_is_understood_in_either_spelling()
    {
        await using var dashboard = await TestDashboard.StartAsync();

        await dashboard.AcceptAsync("traces", Spans(Process("script"), Span("nightly", "aaaaaaaaaaaaaaaa", kind: "internal")));
        await dashboard.AcceptAsync("traces", System.Text.Json.Nodes.JsonNode.Parse($$$"""
            {"resource_spans":[{"resource":{"attributes":[{"key":"service.name","value":{"string_value":"script"}}]},"scope_spans":[{"spans":[
            {"trace_id":"{{{Sample.Trace}}}","span_id":"bbbbbbbbbbbbbbbb","name":"weekly","start_time_unix_nano":{{{Nanoseconds(Now)}}},"end_time_unix_nano":"{{{Nanoseconds(Now)}}}","unknown_field":{"a":[1]}}]}]}]}
            """)!);

        Assert.Equal(["weekly", "nightly"], (await dashboard.ReadItemsAsync("spans?resource=script")).Select(static span => span.GetProperty("name").GetString()), StringComparer.Ordinal);
    }

    private static async Task RunAsync(string folder, string command, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command} {string.Join(' ', arguments)}: {errors}{await output}");
    }

    [LoggerMessage(LogLevel.Warning, "Order {Order} was refused")]
    private static partial void LogOrder(ILogger logger, int order);
}
