using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Alerts;

namespace Sophia.Tests.Api.Alerts;

public sealed class RulesTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly HttpClient _client = quiet.Server.Client;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_can_be_made_read_changed_and_deleted()
    {
        using var created = await _client.PostAsJsonAsync(
            AlertsApi.Rules,
            new { name = "Win rate in EMEA", metric = "deals.winRate", dimension = "region", member = "EMEA", condition = "below", threshold = 0.2, margin = 0.01 },
            Token);
        var rule = await created.Content.ReadFromJsonAsync(AlertsJson.Default.MetricRule, Token);
        var read = await _client.GetFromJsonAsync(created.Headers.Location, AlertsJson.Default.MetricRule, Token);
        var change = new { name = "Win rate", metric = "deals.winRate", condition = "changesBy", threshold = -0.1, enabled = false, version = 1 };
        using var changed = await _client.PutAsJsonAsync(created.Headers.Location, change, Token);
        using var late = await _client.PutAsJsonAsync(created.Headers.Location, change, Token);
        var listed = await _client.GetFromJsonAsync($"{AlertsApi.Rules}?metric=deals.winRate", AlertsJson.Default.PageMetricRule, Token);
        using var deleted = await _client.DeleteAsync(created.Headers.Location, Token);
        using var gone = await _client.GetAsync(created.Headers.Location, Token);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(read! with { ChangedAt = rule!.ChangedAt }, rule);
        Assert.Equal((0.2m, "EMEA", RulePeriod.Last30Days, true), (rule.Threshold, rule.Member, rule.Period, rule.Enabled));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(("Win rate", 2, false), (listed!.Items[0].Name, listed.Items[0].Version, listed.Items[0].Enabled));
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_rules_to_begin_with_are_rules_like_any_other()
    {
        var page = await _client.GetFromJsonAsync(AlertsApi.Rules, AlertsJson.Default.PageMetricRule, Token);

        Assert.Contains(page!.Items, static rule => rule is { Metric: "revenue.won", Condition: RuleCondition.ChangesBy, Threshold: -0.25m, RecommendedAction: not null });
    }

    [Theory]
    [InlineData("""{"metric":"revenue.won","condition":"below","threshold":1}""", "name")]
    [InlineData("""{"name":"x","metric":"revenue.lost","condition":"below","threshold":1}""", "metric")]
    [InlineData("""{"name":"x","metric":"revenue.won"}""", "condition")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"below"}""", "threshold")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"anomaly","threshold":1}""", "threshold")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"changesBy","threshold":0}""", "threshold")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"changesBy","threshold":1,"compare":"none"}""", "compare")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"below","threshold":1,"dimension":"stage"}""", "dimension")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"below","threshold":1,"member":"EMEA"}""", "member")]
    [InlineData("""{"name":"x","metric":"revenue.won","condition":"below","threshold":1,"pendingMinutes":-1}""", "pendingMinutes")]
    public async Task A_rule_that_cannot_be_watched_is_refused_in_words(string body, string field)
    {
        using var content = new StringContent(body, mediaType: new("application/json"));
        using var response = await _client.PostAsync(AlertsApi.Rules, content, Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }
}
