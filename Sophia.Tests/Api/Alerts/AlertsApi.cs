using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sophia.Agents.Alerts;
using Sophia.Agents.Work;
using Sophia.Core.Alerts;
using Sophia.Data;
using Sophia.Data.Sources;
using Sophia.Tests.Api.Live;

namespace Sophia.Tests.Api.Alerts;

/// <summary>An API and the worker that watches, over a company whose source is fresh.</summary>
internal sealed class AlertsApi : IAsyncDisposable
{
    public const string Alerts = "/api/v1/alerts";
    public const string Rules = "/api/v1/alerts/rules";

    private readonly IHost _worker;

    private AlertsApi(ApiServer server, IHost worker)
    {
        Server = server;
        _worker = worker;
    }

    public ApiServer Server { get; }

    public HttpClient Client => Server.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AlertsApi> StartAsync()
    {
        var server = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("ConnectionStrings:sophiadb", server.Database.ConnectionString)]);
        builder.Logging.ClearProviders();
        builder.AddNpgsqlDataSource("sophiadb");
        builder.Services.AddSophiaData();
        builder.Services.AddSingleton<LeasedWork>().AddSingleton<WorkLoop>().AddSingleton<BaselineWatcher>().AddSingleton<AlertWatcher>().AddHostedService<AlertWorker>();
        var api = new AlertsApi(server, builder.Build());
        await api.ReportSourceAsync(TimeProvider.System.GetUtcNow());
        await api._worker.StartAsync(Token);
        return api;
    }

    /// <summary>The company's source was last reached then.</summary>
    public Task ReportSourceAsync(DateTimeOffset at) => Server.Company.ReportAsync(new SourceStatus
    {
        Connection = "test", LastAttemptAt = at, LastSuccessAt = at, HistoryLoaded = true, Loaded = 1, Total = 1,
    });

    public Task<LiveReader<AlertMessage>> ConnectAsync(long? lastSequence = null) => LiveReader<AlertMessage>.OpenAsync(
        Server, lastSequence is null ? "/ws/alerts" : $"/ws/alerts?lastSequence={lastSequence}", AlertsJson.Default.AlertMessage);

    public async Task<MetricRule> AddRuleAsync(object rule)
    {
        using var response = await Client.PostAsJsonAsync(Rules, rule, Token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Token));
        return (await response.Content.ReadFromJsonAsync(AlertsJson.Default.MetricRule, Token))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _worker.StopAsync(CancellationToken.None);
        _worker.Dispose();
        await Server.DisposeAsync();
    }
}
