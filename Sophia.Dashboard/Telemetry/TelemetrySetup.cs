using Sophia.Dashboard.Telemetry.Agents;
using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
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
        builder.Services.AddSingleton(TimeProvider.System)
            .AddSingleton<TelemetryFeed>()
            .AddSingleton<ResourceQueries>()
            .AddSingleton<LogQueries>()
            .AddSingleton<TraceQueries>()
            .AddSingleton<MetricQueries>()
            .AddSingleton<ServiceQueries>()
            .AddSingleton<ErrorQueries>()
            .AddSingleton<AgentQueries>()
            .AddSingleton<TimelineLog>()
            .AddSingleton<SloEngine>()
            .AddSingleton<AlertEngine>()
            .AddSingleton<TelemetrySearch>()
            .AddSingleton<SessionFile>();
        return builder;
    }
}
