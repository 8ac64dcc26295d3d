using Microsoft.Extensions.Options;
using Sophia.Dashboard.Telemetry.Agents;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Ingest;
using Sophia.Dashboard.Telemetry.Logs;
using Sophia.Dashboard.Telemetry.Metrics;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Search;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Telemetry.Sessions;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Timeline;
using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry;

/// <summary>Receives, keeps and answers for telemetry.</summary>
public static class TelemetrySetup
{
    /// <summary>Adds what pages and HTTP API ask: each of the types below is a singleton to inject.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The same builder.</returns>
    public static WebApplicationBuilder AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<TelemetryOptions>()
            .BindConfiguration(TelemetryOptions.Section)
            .Configure<IConfiguration>(static (options, configuration) =>
            {
                options.DataFolder = configuration["Dashboard:DataFolder"] ?? options.DataFolder;
                options.OtlpAddress = OtlpAddress(configuration);
                options.OtlpApiKey = configuration["Otlp:ApiKey"];
            })
            .ValidateDataAnnotations()
            .Validate(static options => Uri.TryCreate(options.OtlpAddress, UriKind.Absolute, out _), "Otlp:Address is an address such as http://127.0.0.1:18890.")
            .Validate(static options => options.SearchTime > TimeSpan.Zero, $"{TelemetryOptions.Section}:SearchTime is longer than 0.")
            .Validate(
                static options => options.MaximumUnpackedBytes <= options.MaximumBytesInFlight,
                $"{TelemetryOptions.Section}:MaximumBytesInFlight is at least MaximumUnpackedBytes.")
            .ValidateOnStart();
        var (pages, otlp) = (builder.Configuration["urls"] ?? "http://127.0.0.1:18888", OtlpAddress(builder.Configuration));
        builder.WebHost.UseUrls([.. pages.Split(';').Append(otlp).Distinct(StringComparer.OrdinalIgnoreCase)]);
        // A line for each request that brings telemetry would cost more than the request.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Services.AddSingleton(TimeProvider.System)
            .AddSingleton<TelemetryFeed>()
            .AddSingleton<TelemetryStore>()
            .AddSingleton(static services => new IngestGate(
                services.GetRequiredService<IOptions<TelemetryOptions>>().Value.MaximumBytesInFlight, services.GetRequiredService<TimeProvider>()))
            .AddSingleton<OtlpKey>()
            .AddSingleton<OtlpReceiver>()
            .AddSingleton<TelemetryKeeper>()
            .AddHostedService(static services => services.GetRequiredService<TelemetryKeeper>())
            .AddSingleton(static services => new ResourceQueries(
                services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<IngestGate>(),
                services.GetRequiredService<IOptions<TelemetryOptions>>().Value))
            .AddSingleton(static services => new LogQueries(services.GetRequiredService<TelemetryStore>()))
            .AddSingleton(static services => new TraceQueries(services.GetRequiredService<TelemetryStore>()))
            .AddSingleton(static services => new MetricQueries(services.GetRequiredService<TelemetryStore>()))
            .AddSingleton(static services => new ServiceQueries(services.GetRequiredService<TelemetryStore>()))
            .AddSingleton<ErrorTracker>()
            .AddSingleton(static services => new ErrorQueries(services.GetRequiredService<ErrorTracker>()))
            .AddSingleton(static services => new AgentQueries(services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<IOptions<TelemetryOptions>>()))
            .AddSingleton(static services => new TimelineLog(services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<TelemetryFeed>()))
            .AddSingleton(static services => new SloEngine(
                services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<TelemetryFeed>(), services.GetRequiredService<TimelineLog>()))
            .AddSingleton(static services => new AlertEngine(
                services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<MetricQueries>(), services.GetRequiredService<TimelineLog>(),
                services.GetRequiredService<TelemetryFeed>()))
            .AddSingleton(static services => new TelemetrySearch(
                services.GetRequiredService<TelemetryStore>(), services.GetRequiredService<ResourceQueries>(), services.GetRequiredService<ErrorQueries>(),
                services.GetRequiredService<MetricQueries>(), services.GetRequiredService<SloEngine>(), services.GetRequiredService<AlertEngine>(),
                services.GetRequiredService<TimelineLog>(), services.GetRequiredService<LogQueries>()))
            .AddSingleton(static services => new SessionFile(services.GetRequiredService<TelemetryStore>()));
        return builder;
    }

    /// <summary>Receives telemetry on its port, and nothing else there. The first in the pipeline.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication UseOtlpReceiver(this WebApplication app)
    {
        var port = new Uri(OtlpAddress(app.Configuration)).Port;
        var receiver = app.Services.GetRequiredService<OtlpReceiver>();
        // By the port that the connection came in at: the Host header is the sender's to choose.
        app.MapWhen(context => context.Connection.LocalPort == port, branch => branch.Run(receiver.ReceiveAsync));
        return app;
    }

    private static string OtlpAddress(IConfiguration configuration) => configuration["Otlp:Address"] ?? new TelemetryOptions().OtlpAddress;
}
