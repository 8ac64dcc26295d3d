using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sophia.LocalHost.Servers;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class TraceTests
{
    // Every process exports within a second, and the reading of a change may be the first thing that a replica does.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_trace_follows_a_won_deal_from_the_webhook_to_the_page()
    {
        await using var stack = await RunningStack.StartAsync(["LocalHost:Dashboard=true", .. RunningStack.DealsAlone]);
        await stack.WaitUntilLoadedAsync();
        using var dashboard = await OpenDashboardAsync(stack);
        var deal = await stack.OpenDealAsync(123_456m);
        var page = await LivePageTests.OpenLiveAsync(stack);
        var before = await LivePageTests.ReadAsync(page);

        var won = TimeProvider.System.GetUtcNow();
        await stack.WinDealAsync(deal);
        await Eventually.SeeAsync(() => LivePageTests.ReadAsync(page), value => value == before + 123_456m, s_patience);

        var trace = await Eventually.SeeAsync(() => FindAsync(dashboard, won), static found => found is not null, s_patience);
        var spans = trace!["nodes"]!.AsArray().Select(static node => Describe(node!)).ToArray();
        string[] expected =
        [
            "sandbox: POST",
            "api: POST /webhooks/{source}",
            "agents: follow notifications",
            "agents: project",
            "agents: relay",
            "api: sophia.metrics process",
            "api: dashboard change answer",
            "web: dashboard change received",
        ];
        Assert.Equal(expected, expected.Intersect(spans, StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal("sandbox: POST", spans[0]);
    }

    private static async Task<HttpClient> OpenDashboardAsync(RunningStack stack)
    {
        var secrets = SecretStore.Open(await ServerDataDirectory.ChooseAsync(Path.Combine(stack.Host.Folder, "data"), Cancelled));
        var client = new HttpClient { BaseAddress = new Uri(stack.Host.AddressOf("dashboard"), "/api/telemetry/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secrets.GetOrAdd("dashboard-token"));
        return client;
    }

    /// <summary>The trace of a webhook that has come to a page since then, once it is whole: its parts arrive from four processes.</summary>
    private static async Task<JsonNode?> FindAsync(HttpClient dashboard, DateTimeOffset since)
    {
        var received = await dashboard.GetFromJsonAsync<JsonNode>($"spans?resource=web&search=dashboard%20change%20received&from={since:yyyy-MM-ddTHH:mm:ss.fffZ}", Cancelled);
        foreach (var id in received!["items"]!.AsArray().Select(static span => span!["traceId"]!.GetValue<string>()).Distinct(StringComparer.Ordinal))
        {
            var trace = (await dashboard.GetFromJsonAsync<JsonNode>($"traces/{id}", Cancelled))!;
            var nodes = trace["nodes"]!.AsArray();
            if (nodes.Any(static node => Describe(node!) == "api: POST /webhooks/{source}") && !nodes.Any(static node => node!["parentMissing"]!.GetValue<bool>()))
            {
                return trace;
            }
        }

        return null;
    }

    private static string Describe(JsonNode node) => $"{node["span"]!["service"]}: {node["span"]!["name"]}";
}
