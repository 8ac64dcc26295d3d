using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Data;
using Sophia.Data.EventLog;
using Sophia.Data.Metrics;
using Sophia.Data.Migrations;
using Sophia.Data.Projection;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Data;

/// <summary>Sophia.Data over a database of its own.</summary>
internal sealed class DataHost : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private DataHost(TestDatabase database, Action<IServiceCollection> more)
    {
        _database = database;
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(database.DataSource)
            .AddSingleton<IFactMapping, FactsAsJson>()
            .AddSophiaData();
        more(services);
        _services = services.BuildServiceProvider();
    }

    public ManualClock Clock { get; } = new();

    public NpgsqlDataSource Database => _database.DataSource;

    public EventAppender Appender => Get<EventAppender>();

    public EventReader Reader => Get<EventReader>();

    public MetricReader Metrics => Get<MetricReader>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<DataHost> StartAsync(Action<IServiceCollection>? more = null)
    {
        var host = new DataHost(await TestDatabase.CreateAsync(), more ?? (static _ => { }));
        await host.Get<DatabaseMigrator>().MigrateAsync(Cancelled);
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<AppendResult> AppendAsync(params IEnumerable<Fact> facts) =>
        Appender.AppendAsync([.. facts.Select(FactsAsJson.Event)], cursor: null, checkpoint: null, Cancelled);

    /// <summary>Projects all that is in the log, however long other tests' transactions on the same server hold it back.</summary>
    public async Task ProjectAsync(int batchSize = 1000)
    {
        var end = await Reader.FindEndAsync(Cancelled);
        while (await Reader.FindCheckpointAsync(Projector.ReaderName, Cancelled) < end)
        {
            await Get<Projector>().ApplyNextAsync(batchSize, Cancelled);
        }
    }

    /// <summary>Reads what comes behind <paramref name="after"/>, waiting until there are <paramref name="count"/> entries.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> ReadAsync(int count, LogPosition after = default, string? kind = null)
    {
        while (true)
        {
            var events = await Reader.ReadAsync(after, kind, count, Cancelled);
            if (events.Count >= count)
            {
                return events;
            }
        }
    }

    public async Task LearnAsync(params IEnumerable<Fact> facts)
    {
        await AppendAsync(facts);
        await ProjectAsync();
    }

    public async Task<DashboardMetrics> AskAsync(MetricQueryText text)
    {
        var errors = text.Parse(DateOnly.FromDateTime(Clock.Now.UtcDateTime), out var query);
        Assert.Empty(errors);
        return await Metrics.ReadAsync(query!, Cancelled);
    }

    /// <summary>The rows of a query as text, in the order of the query.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        var texts = new List<string>();
        await using var command = Database.CreateCommand($"SELECT row.*::text FROM ({sql}) AS row");
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        while (await rows.ReadAsync(Cancelled))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
