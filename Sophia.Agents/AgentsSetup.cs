using Sophia.Agents.Alerts;
using Sophia.Agents.Analysis;
using Sophia.Agents.Imports;
using Sophia.Agents.Conversations;
using Sophia.Agents.Outbox;
using Sophia.Agents.Projection;
using Sophia.Agents.Sources;
using Sophia.Agents.Work;
using Sophia.Data.EventLog;
using Sophia.Data.Status;
using Sophia.ServiceDefaults.Resilience;

namespace Sophia.Agents;

/// <summary>Registers the workers.</summary>
internal static class AgentsSetup
{
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        // The only HTTP clients here are the sources'. Each knows its vendor's limits and repeats accordingly; repetitions
        // below it would go uncounted.
        services.ConfigureAll<HttpResilienceOptions>(static options => options.Retries = 0);
        // A history writes thousands of statements and requests; they are in the traces, and a line for each would cost more than they do.
        services.AddLogging(static logging => logging
            .AddFilter("Npgsql.Command", LogLevel.Warning)
            .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        services.AddSingleton<LeasedWork>();
        services.AddSingleton<WorkLoop>();
        services.AddSingleton<Func<LogSignal>>(static provider => provider.GetRequiredService<LogSignal>);
        services.AddHostedService<SourceWorker>();
        services.AddHostedService<ProjectionWorker>();
        services.AddHostedService<OutboxWorker>();
        services.AddSingleton<BaselineWatcher>();
        services.AddSingleton<AlertWatcher>();
        services.AddHostedService<AlertWorker>();
        services.AddAnalysis().AddDiscovery();
        services.AddHostedService<ImportWorker>();
        services.AddConversations();
        services.AddHeartbeat("agents");
        services.AddHealthChecks().AddCheck<HistoryHealthCheck>("history");
        return services;
    }
}
