using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sophia.Agents.Projection;
using Sophia.Agents.Sources;
using Sophia.Agents.Work;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data;
using Sophia.Data.EventLog;
using Sophia.Data.Metrics;
using Sophia.Data.Migrations;
using Sophia.Data.Sources;
using Sophia.Integrations;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;

namespace Sophia.Tests.Agents;

/// <summary>A process with the workers that read HubSpot into a database; several may run over one.</summary>
internal sealed class AgentsHost : IAsyncDisposable
{
    private readonly IHost _host;

    private AgentsHost(IHost host) => _host = host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<AgentsHost> StartAsync(
        TestDatabase database, LocalHubSpot hubSpot, bool project = true, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HubSpot:BaseUrl"] = hubSpot.Address.ToString(),
            ["HubSpot:Token"] = LocalHubSpot.Token,
            ["HubSpot:RequestsPerTenSeconds"] = "100000",
            ["HubSpot:SearchesPerSecond"] = "10000",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<NpgsqlDataSource>(NpgsqlDataSource.Create(database.ConnectionString));
        builder.Services.AddSophiaData();
        builder.AddIntegrations();
        builder.Services.AddSingleton<LeasedWork>();
        builder.Services.AddSingleton<WorkLoop>();
        builder.Services.AddSingleton<Func<LogSignal>>(static provider => provider.GetRequiredService<LogSignal>);
        builder.Services.AddHostedService<SourceWorker>();
        builder.Services.AddSingleton<HistoryHealthCheck>();
        if (project)
        {
            builder.Services.AddHostedService<ProjectionWorker>();
        }

        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Cancelled);
        await host.StartAsync(Cancelled);
        return new AgentsHost(host);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Waits until the source's status is what a test waits for.</summary>
    public Task<SourceStatus?> WaitForStatusAsync(Predicate<SourceStatus> expected) => Eventually.GetAsync(
        async () => (await Get<SourceStatusStore>().ReadAsync(Cancelled)).SingleOrDefault(),
        status => status is not null && expected(status));

    /// <summary>Waits until what HubSpot has is on the dashboard.</summary>
    public Task<DashboardMetrics> WaitForMetricsAsync(Predicate<DashboardMetrics> expected) =>
        Eventually.GetAsync(ReadMetricsAsync, expected);

    /// <summary>The revenue and the open pipeline of the last four years.</summary>
    public Task<DashboardMetrics> ReadMetricsAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        return Get<MetricReader>().ReadAsync(
            new MetricQuery
            {
                Metrics = ["revenue.won", "deals.won"],
                Range = new DateRange(today.AddYears(-4), today.AddDays(1)),
            },
            Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
