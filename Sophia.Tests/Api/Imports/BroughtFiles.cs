using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sophia.Agents.Imports;
using Sophia.Agents.Projection;
using Sophia.Agents.Work;
using Sophia.Core.Dashboard;
using Sophia.Core.Imports;
using Sophia.Data;
using Sophia.Data.EventLog;
using Sophia.Integrations;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api.Imports;

/// <summary>An organisation that has no connected system, only files.</summary>
internal sealed class BroughtFiles : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ApiServer _api;
    private readonly IHost _agents;

    private BroughtFiles(ApiServer api, IHost agents)
    {
        _api = api;
        _agents = agents;
    }

    public HttpClient Client => _api.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BroughtFiles> StartAsync()
    {
        var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create<string, string?>("HubSpot:Enabled", "false")]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<NpgsqlDataSource>(NpgsqlDataSource.Create(api.Database.ConnectionString));
        builder.Services.AddSophiaData();
        builder.AddIntegrations();
        builder.Services.AddSingleton<LeasedWork>().AddSingleton<WorkLoop>();
        builder.Services.AddSingleton<Func<LogSignal>>(static provider => provider.GetRequiredService<LogSignal>);
        builder.Services.AddHostedService<ImportWorker>().AddHostedService<ProjectionWorker>();
        var agents = builder.Build();
        await agents.StartAsync(Token);
        return new(api, agents);
    }

    public Task<HttpResponseMessage> PostAsync(string text, string query = "") =>
        Client.PostAsync($"/api/v1/imports{query}", new StringContent(text, Encoding.UTF8, "text/csv"), Token);

    public async Task<Import> BringAsync(string text, string query = "")
    {
        var response = await PostAsync(text, query);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync(ImportJson.Default.Import, Token))!;
    }

    /// <summary>Confirms an import, or has it undone, and waits until that is done.</summary>
    public async Task<Import> DoAsync(Import import, string act)
    {
        var response = await Client.PostAsync($"/api/v1/imports/{import.Id}/{act}", content: null, Token);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await Eventually.SeeAsync(
            () => Client.GetFromJsonAsync($"/api/v1/imports/{import.Id}", ImportJson.Default.Import, Token),
            static seen => seen!.State is ImportState.Imported or ImportState.Undone,
            s_patience))!;
    }

    /// <summary>Waits until a metric over all time is what is expected.</summary>
    public Task WaitForAsync(string metric, decimal? expected) => Eventually.SeeAsync(
        async () => (await Client.GetFromJsonAsync(
            $"/api/v1/dashboard/metrics?metrics={metric}&from=2020-01-01", DashboardJson.Default.DashboardMetrics, Token))!.Metrics[0].Value,
        value => value == expected,
        s_patience);

    /// <summary>A deal export as HubSpot's own button gives it.</summary>
    /// <param name="deals">How many deals.</param>
    /// <param name="won">The sum of those that are won.</param>
    public static string HubSpotExport(int deals, out decimal won)
    {
        won = 0;
        var text = new StringBuilder("Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Associated Company,Is Closed Won,Is Deal Closed?\r\n");
        for (var index = 0; index < deals; index++)
        {
            var amount = 1_000 + (index * 7.25m);
            var (stage, isWon, isClosed) = (index % 3) switch
            {
                0 => ("Closed Won", "true", "true"),
                1 => ("Closed Lost", "false", "true"),
                _ => ("Contract Sent", "false", "false"),
            };
            won += index % 3 == 0 ? amount : 0;
            var day = new DateOnly(2025, 1, 1).AddDays(index % 300);
            text.Append(CultureInfo.InvariantCulture, $"{9000 + index},\"Deal {index}, first\",{stage},{day.AddDays(30):yyyy-MM-dd} 10:30,Ada Byron,\"{amount:#,##0.00}\",{day:yyyy-MM-dd} 09:00,Firm {index % 50},{isWon},{isClosed}\r\n");
        }

        return text.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _agents.StopAsync(CancellationToken.None);
        _agents.Dispose();
        await _api.DisposeAsync();
    }
}
