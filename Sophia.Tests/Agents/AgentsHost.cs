using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sophia.Agents.Conversations;
using Sophia.Agents.Projection;
using Sophia.Agents.Sources;
using Sophia.Agents.Work;
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
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly string[] s_metrics = ["revenue.won", "deals.won", "deals.lost", "pipeline.open", "deals.created"];

    private readonly IHost _host;

    private AgentsHost(IHost host) => _host = host;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<AgentsHost> StartAsync(
        TestDatabase database, LocalHubSpot hubSpot, bool project = true, params IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
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
            builder.Services.AddConversations();
        }

        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(Cancelled);
        await host.StartAsync(Cancelled);
        return new AgentsHost(host);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Waits until the source's status is what a test waits for.</summary>
    public Task<SourceStatus?> WaitForStatusAsync(Predicate<SourceStatus> expected, string connection = "hubspot") => Eventually.SeeAsync(
        async () => (await Get<SourceStatusStore>().ReadAsync(Cancelled)).SingleOrDefault(status => status.Connection == connection),
        status => status is not null && expected(status),
        s_patience);

    /// <summary>Waits until the dashboard shows what the company itself says.</summary>
    public async Task<Shown> WaitForTotalsOfAsync(LocalHubSpot hubSpot)
    {
        var totals = await hubSpot.ReadTotalsAsync(Cancelled);
        return await WaitForAsync(new Shown(totals.WonRevenue, totals.Won, totals.Lost, totals.OpenAmount, totals.Created));
    }

    /// <summary>Waits until the dashboard shows exactly this.</summary>
    public Task<Shown> WaitForAsync(Shown expected) => Eventually.SeeAsync(ReadAsync, shown => shown == expected, s_patience);

    /// <summary>What the dashboard shows for all the time that the company has existed.</summary>
    public async Task<Shown> ReadAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var answer = await Get<MetricReader>().ReadAsync(
            new MetricQuery
            {
                Metrics = [.. s_metrics.Select(key => MetricCatalog.Find(key)!)],
                Range = new DateRange(today.AddYears(-6), today),
                Granularity = Granularity.Month,
            },
            Cancelled);
        var values = answer.Metrics.Select(metric => metric.Value).ToArray();
        return new Shown(values[0], values[1], values[2], values[3], values[4]);
    }

    /// <summary>Ends in the middle of whatever it was doing: rounds are cancelled, not finished.</summary>
    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
