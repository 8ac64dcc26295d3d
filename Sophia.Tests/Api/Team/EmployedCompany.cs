using System.Net.Http.Json;
using Sophia.Core.Team;
using Sophia.Sandbox.Control;
using Sophia.Tests.Agents;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;
using Sophia.Tests.Sandbox;

namespace Sophia.Tests.Api.Team;

/// <summary>The API over what workers read of the made-up company's people, whose news come as webhooks.</summary>
public sealed class EmployedCompany : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private LocalHubSpot _hubSpot = null!;
    private AgentsHost _agents = null!;

    internal ApiServer Api { get; private set; } = null!;

    internal SandboxHost Sandbox { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        Sandbox = await SandboxHost.StartAsync(
            null, ("BambooHr:WebhookUrl", $"{Api.Address}webhooks/bamboohr"), ("BambooHr:WebhookKey", ApiServer.BambooHrKey));
        _hubSpot = await LocalHubSpot.StartAsync(deals: 100, companies: 20);
        _agents = await AgentsHost.StartAsync(Api.Database, _hubSpot, project: true, new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["BambooHr:BaseUrl"] = Sandbox.Anonymous.BaseAddress!.ToString(),
            ["BambooHr:ApiKey"] = SandboxHost.Token,
            ["BambooHr:SurveyDataset"] = "satisfactionSurvey",
            ["BambooHr:RequestsPerSecond"] = "100000",
            // What is seen to change was announced.
            ["BambooHr:PollInterval"] = "01:00:00",
        });
        var totals = await TotalsAsync("?from=2000-01-01");
        await SeeAsync("?history=36", team => Company(team).Headcount.Value == totals.Total.Headcount);
        var newest = await NewestSurveyAsync();
        await SeeAsync("?history=36&granularity=quarter", team => Company(team).Satisfaction.History.Any(point => point.Value == newest));
    }

    public async ValueTask DisposeAsync()
    {
        await _agents.DisposeAsync();
        await _hubSpot.DisposeAsync();
        await Sandbox.DisposeAsync();
        await Api.DisposeAsync();
    }

    internal static TeamAnalytics Company(TeamPage team) => team.Items[0];

    internal static TeamAnalytics Department(TeamPage team, string name) => team.Items.Single(item => item.Department == name);

    internal async Task<TeamPage> ReadAsync(string query = "") =>
        (await Api.Client.GetFromJsonAsync($"/api/v1/team/analytics{query}", TeamJson.Default.TeamPage, Token))!;

    /// <summary>Waits until the API answers what is expected.</summary>
    internal Task<TeamPage> SeeAsync(string query, Func<TeamPage, bool> isExpected) => Eventually.SeeAsync(() => ReadAsync(query), isExpected, s_patience);

    /// <summary>What the company itself counts.</summary>
    internal async Task<StaffTotals> TotalsAsync(string query) =>
        (await Sandbox.Anonymous.GetFromJsonAsync<StaffTotals>($"/sandbox/staff/totals{query}", Token))!;

    internal async Task<EmployeeSummary> HireAsync(string department)
    {
        using var response = await Sandbox.Anonymous.PostAsJsonAsync("/sandbox/staff/hire", new { department }, Token);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<EmployeeSummary>(Token))!;
    }

    /// <summary>The mean of the last quarter that is over.</summary>
    internal async Task<decimal> NewestSurveyAsync()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var quarter = global::Sophia.Sandbox.Seeding.Quarter.Of(today).Add(-1);
        var totals = await TotalsAsync($"?from={quarter.FirstDay:yyyy-MM-dd}&to={quarter.LastDay:yyyy-MM-dd}");
        return Mean(totals.Total);
    }

    internal static decimal Mean(DepartmentTotals totals) =>
        decimal.Round((decimal)totals.ScoreSum / totals.Answers, 4, MidpointRounding.AwayFromZero);
}
