using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

/// <summary>Every documented route that says something of the business, held against the business.</summary>
public sealed class LivingRoutesTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    // What people have told Sophia, and what Sophia says of itself, does not come from the business.
    private static readonly string[] s_notOfTheBusiness =
    [
        "/api/v1/alerts/mutes", "/api/v1/alerts/rules", "/api/v1/alerts/rules/{id}", "/api/v1/maintenance", "/api/v1/maintenance/{id}",
        "/api/v1/imports", "/api/v1/imports/{id}", "/api/v1/deals/warnings", "/api/v1/status", "/ws/status", "/health", "/alive",
    ];

    // The sockets have tests of their own: LiveSocketTests, OneFigureTests, AlertSocketTests.
    private static readonly string[] s_sockets = ["/ws/dashboard", "/ws/alerts"];

    // Judged and learnt from whole hours, days and months, so that what happens now does not change them: the tests of the agents move the clock.
    private static readonly string[] s_whole =
        ["/api/v1/alerts/baselines", "/api/v1/insights/findings", "/api/v1/insights/correlations", "/api/v1/forecasts", "/api/v1/predictions/load"];

    // Also true of an unchanged business that is looked at again.
    private static readonly string[] s_timeOfLooking = ["asOf", "freshness", "sequence", "since"];

    private const string Gone = "gone";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_documented_answer_about_the_business_changes_with_the_business()
    {
        await using var stack = await RunningStack.StartAsync("Analysis:Renewal=00:00:01", "Analysis:Pace=00:00:01");
        await stack.WaitUntilLoadedAsync();
        using var rule = await stack.Api.PostAsJsonAsync(
            "/api/v1/alerts/rules",
            new { name = "Any revenue", metric = "revenue.won", condition = "above", threshold = 0, period = "last12Months", severity = "information" },
            Cancelled);
        var (deal, company) = (await Eventually.SeeAsync(() => FindScoredDealAsync(stack), static found => found is not null, s_patience))!.Value;
        var alert = await Eventually.SeeAsync(() => ReadFirstIdAsync(stack, "/api/v1/alerts"), static found => found is not null, s_patience);
        var call = await HoldCallAsync(stack);
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["/api/v1/dashboard/metrics"] = "/api/v1/dashboard/metrics?metrics=revenue.won,calls.held,people.headcount",
            ["/api/v1/dashboard/rows"] = "/api/v1/dashboard/rows?metric=revenue.won",
            ["/api/v1/deals/{connection}/{id}"] = $"/api/v1/deals/hubspot/{deal}",
            ["/api/v1/customers/{connection}/{id}"] = $"/api/v1/customers/hubspot/{company}",
            ["/api/v1/integrations/{connection}"] = "/api/v1/integrations/hubspot",
            ["/api/v1/gong/calls/{id}"] = $"/api/v1/gong/calls/{call}",
            ["/api/v1/alerts/{id}"] = $"/api/v1/alerts/{alert}",
        };
        var document = await stack.Api.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancelled);
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(static path => path.Value.TryGetProperty("get", out _)).Select(static path => path.Name)
            .Except([.. s_notOfTheBusiness, .. s_sockets, .. s_whole], StringComparer.Ordinal))
        {
            var address = addresses.GetValueOrDefault(path, path);
            before[address] = await ReadEssenceAsync(stack, address);
            Assert.False(before[address] == Gone, $"{address} is not there.");
        }

        await ChangeEverythingAsync(stack, deal, call);

        await Eventually.SeeAsync(
            async () =>
            {
                foreach (var (address, was) in before.ToArray())
                {
                    if (await ReadEssenceAsync(stack, address) != was)
                    {
                        before.Remove(address);
                    }
                }

                return string.Join(' ', before.Keys);
            },
            static unchanged => unchanged.Length == 0,
            s_patience);
    }

    // A deal that somebody's chances are told of, of a company that has bought before.
    private static async Task<(long Deal, string Company)?> FindScoredDealAsync(RunningStack stack)
    {
        var deals = await ReadItemsAsync(stack, "/api/v1/deals?limit=200");
        var customers = (await ReadItemsAsync(stack, "/api/v1/customers?limit=200")).Select(static customer => customer["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        foreach (var deal in deals.Where(static deal => deal["prediction"] is not null))
        {
            var id = long.Parse(deal["id"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            var company = (await stack.Sandbox.GetFromJsonAsync<JsonObject>($"/sandbox/deals/{id}", Cancelled))!["companyId"]?.ToString();
            if (company is not null && customers.Contains(company))
            {
                return (id, company);
            }
        }

        return null;
    }

    // One that Gong has not listened to yet.
    private static async Task<string> HoldCallAsync(RunningStack stack)
    {
        using var held = await stack.Sandbox.PostAsJsonAsync("/sandbox/calls", new { transcript = true, analysed = false }, Cancelled);
        var id = (await held.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]!.ToString();
        await Eventually.SeeAsync(() => stack.Api.GetAsync($"/api/v1/gong/calls/{id}", Cancelled), static answer => answer.IsSuccessStatusCode, s_patience);
        return id;
    }

    private static async Task ChangeEverythingAsync(RunningStack stack, long deal, string call)
    {
        await stack.WinDealAsync(deal);
        await stack.OpenDealAsync(12_000);
        await PostAsync(stack, $"/sandbox/calls/{call}/analyse", new { });
        await PostAsync(stack, "/sandbox/staff/hire", new { department = "Sales" });
    }

    private static async Task PostAsync(RunningStack stack, string address, object content)
    {
        using var answer = await stack.Sandbox.PostAsJsonAsync(address, content, Cancelled);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string?> ReadFirstIdAsync(RunningStack stack, string address) =>
        (await ReadItemsAsync(stack, address)).FirstOrDefault()?["id"]!.GetValue<string>();

    private static async Task<IEnumerable<JsonNode>> ReadItemsAsync(RunningStack stack, string address) =>
        (await stack.Api.GetFromJsonAsync<JsonObject>(address, Cancelled))!["items"]!.AsArray().Select(static item => item!);

    private static async Task<string> ReadEssenceAsync(RunningStack stack, string address)
    {
        using var answer = await stack.Api.GetAsync(address, Cancelled);
        if (answer.StatusCode is HttpStatusCode.NotFound)
        {
            // A deal that was won is none of those whose end is open.
            return Gone;
        }

        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        var content = await answer.Content.ReadFromJsonAsync<JsonNode>(Cancelled);
        Forget(content!);
        return content!.ToJsonString();
    }

    private static void Forget(JsonNode node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in members.Select(static member => member.Key).Where(static name => s_timeOfLooking.Contains(name) || name.EndsWith("At", StringComparison.Ordinal)).ToArray())
                {
                    members.Remove(name);
                }

                foreach (var member in members.Where(static member => member.Value is not null))
                {
                    Forget(member.Value!);
                }

                break;
            case JsonArray items:
                foreach (var item in items.Where(static item => item is not null))
                {
                    Forget(item!);
                }

                break;
        }
    }
}
