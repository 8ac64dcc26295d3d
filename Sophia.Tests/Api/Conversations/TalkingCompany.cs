using System.Net.Http.Json;
using System.Text;
using Sophia.Core.Conversations;
using Sophia.Sandbox.Calls;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Gong;
using Sophia.Tests.Agents;
using Sophia.Tests.Api.Conversations;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;

[assembly: AssemblyFixture(typeof(TalkingCompany))]

namespace Sophia.Tests.Api.Conversations;

/// <summary>A company whose calls have been read from Gong, projected and analysed, behind the API. Started by the first test that asks.</summary>
public sealed class TalkingCompany : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly SemaphoreSlim _starting = new(1);
    private LocalHubSpot? _company;
    private ApiServer? _api;
    private AgentsHost? _agents;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal HttpClient Client => _api!.Client;

    /// <summary>Starts everything and waits until all 110 transcripts are analysed.</summary>
    internal async Task<TalkingCompany> StartedAsync()
    {
        await _starting.WaitAsync(Cancelled);
        try
        {
            if (_agents is null)
            {
                _company = await LocalHubSpot.StartAsync(deals: 300, companies: 80);
                _api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
                _agents = await AgentsHost.StartAsync(_api.Database, _company, project: true, settings:
                [
                    new("Gong:BaseUrl", _company.Address.ToString()),
                    new("Gong:AccessKey", LocalHubSpot.GongKey),
                    new("Gong:AccessKeySecret", LocalHubSpot.GongSecret),
                    new("Gong:RequestsPerSecond", "100000"),
                    new("Gong:PollInterval", "01:00:00"),
                    new("Conversations:Competitors", string.Join(", ", Competitors.All)),
                ]);
                await Eventually.SeeAsync(
                    () => GetAsync("?from=2020-01-01&limit=1"), page => page.Totals is { Calls: >= 650, Analysed: >= 110 }, s_patience);
            }
        }
        finally
        {
            _starting.Release();
        }

        return this;
    }

    internal async Task<CallInsightPage> GetAsync(string query) =>
        (await Client.GetFromJsonAsync($"/api/v1/gong/insights{query}", ConversationsJson.Default.CallInsightPage, Cancelled))!;

    internal async Task<CallTotals> ReadTotalsAsync() =>
        (await _company!.Control.GetFromJsonAsync<CallTotals>("/sandbox/calls/totals", Cancelled))!;

    /// <summary>Holds a call of which Gong does not tell by itself.</summary>
    internal async Task<CallSummary> HoldAsync(object request)
    {
        using var response = await _company!.Control.PostAsJsonAsync("/sandbox/calls", request, Cancelled);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<CallSummary>(Cancelled))!;
    }

    /// <summary>Posts as Gong's automation rule does.</summary>
    internal async Task<HttpResponseMessage> PostWebhookAsync(string callId, string url = ApiServer.GongUrl)
    {
        var body = Encoding.UTF8.GetBytes($$$"""{"callData":{"metaData":{"id":"{{{callId}}}"}},"isTest":false}""");
        using var token = new WebhookToken(ApiServer.GongPrivateKey);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/gong") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("Authorization", token.Sign(url, body, TimeProvider.System.GetUtcNow()));
        return await Client.SendAsync(request, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        if (_agents is not null)
        {
            await _agents.DisposeAsync();
            await _api!.DisposeAsync();
            await _company!.DisposeAsync();
        }

        _starting.Dispose();
    }
}
