using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed partial class KilledDashboardTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_it_comes_back_with_its_history_and_what_was_sent_meanwhile_and_no_sender_notices()
    {
        await using var dashboard = await DashboardProcess.StartAsync();
        using var sender = await StartSenderAsync(dashboard.OtlpAddress);
        using var source = new ActivitySource($"Sophia.Tests.{Guid.NewGuid():N}");
        var logger = sender.Services.GetRequiredService<ILogger<KilledDashboardTests>>();
        Work(source, "before", logger);
        await SeeAsync(dashboard, source, "before");

        await dashboard.KillAsync();
        Work(source, "meanwhile", logger);
        await SeeAttemptsAsync(dashboard.OtlpAddress);
        await dashboard.StartAgainAsync();

        await SeeAsync(dashboard, source, "before");
        await SeeAsync(dashboard, source, "meanwhile");
        Work(source, "after", logger);
        await SeeAsync(dashboard, source, "after");
        Assert.True(sender.Services.GetRequiredService<TracerProvider>().ForceFlush());
    }

    /// <summary>A host that sends its telemetry with what every process of Sophia has.</summary>
    private static async Task<IHost> StartSenderAsync(Uri receiver)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration["OTEL_SERVICE_NAME"] = "sender";
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.ToString();
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        builder.Configuration["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={DashboardProcess.ApiKey}";
        builder.Configuration["OTEL_BSP_SCHEDULE_DELAY"] = "100";
        builder.Configuration["OTEL_BLRP_SCHEDULE_DELAY"] = "100";
        builder.ConfigureOpenTelemetry();
        var host = builder.Build();
        await host.StartAsync(Cancelled);
        return host;
    }

    private static void Work(ActivitySource source, string name, ILogger logger)
    {
        using var span = source.StartActivity(name);
        Assert.NotNull(span);
        LogWorked(logger, source.Name, name);
    }

    /// <summary>The span and the log record are there, each once.</summary>
    private static async Task SeeAsync(DashboardProcess dashboard, ActivitySource source, string name)
    {
        await SeeOneAsync($"spans?resource=sender&search={name}", span => span["scope"]!.GetValue<string>() == source.Name);
        await SeeOneAsync($"logs?resource=sender&search={source.Name}%20{name}", static _ => true);

        async Task SeeOneAsync(string path, Func<JsonNode, bool> isOurs) => Assert.Single(await Eventually.SeeAsync(
            async () => (await dashboard.ReadItemsAsync(path)).Where(isOurs).ToArray(), static items => items.Length > 0, s_patience));
    }

    /// <summary>Stands where the dashboard stood until spans and log records were each brought once, and hangs up on who brings them.</summary>
    private static async Task SeeAttemptsAsync(Uri address)
    {
        using var nobody = new TcpListener(IPAddress.Parse(address.Host), address.Port);
        nobody.Start();
        var brought = new HashSet<string>(StringComparer.Ordinal);
        while (!brought.IsSupersetOf(["/v1/traces", "/v1/logs"]))
        {
            using var attempt = await nobody.AcceptTcpClientAsync(Cancelled);
            using var reader = new StreamReader(attempt.GetStream());
            if (await reader.ReadLineAsync(Cancelled) is { } request)
            {
                brought.Add(request.Split(' ')[1]);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "{Source} {Name}")]
    private static partial void LogWorked(ILogger logger, string source, string name);
}
