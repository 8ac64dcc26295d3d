using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api.Alerts;

public sealed class AlertsTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_threshold_that_is_crossed_is_on_the_screen_with_the_dashboards_own_figure_until_it_is_over()
    {
        await using var api = await AlertsApi.StartAsync();
        await api.Server.Company.WinDealAsync(1200.50m);
        using var screen = await api.ConnectAsync();
        Assert.Empty(Assert.IsType<AlertMessage.Snapshot>(await screen.NextAsync()).Alerts);

        var rule = await api.AddRuleAsync(new
        {
            name = "Revenue is high", metric = "revenue.won", condition = "above", threshold = 1000.5, severity = "critical", recommendedAction = "Celebrate.",
        });
        var opened = Assert.IsType<AlertMessage.Opened>((await screen.ReadUntilAsync(static message => message is AlertMessage.Opened))[^1]);

        var figures = await api.Client.GetFromJsonAsync(opened.Alert.Evidence.Figures, DashboardJson.Default.DashboardMetrics, Token);
        Assert.Equal(1200.50m, opened.Alert.Reading.Value);
        Assert.Equal(figures!.Metrics.Single().Value, opened.Alert.Reading.Value);
        Assert.Equal((rule.Id, "USD", "Celebrate."), (opened.Alert.Rule, opened.Alert.Currency, opened.Alert.RecommendedAction));

        await api.Client.DeleteAsync($"{AlertsApi.Rules}/{rule.Id}", Token);
        var resolved = Assert.IsType<AlertMessage.Resolved>((await screen.ReadUntilAsync(static message => message is AlertMessage.Resolved))[^1]);

        Assert.Equal(opened.Alert.Id, resolved.Alert.Id);
        Assert.True(resolved.Sequence > opened.Sequence);
        Assert.Empty((await ListAsync(api, "state=open")).Items);
        Assert.Equal(resolved.Alert.Id, Assert.Single((await ListAsync(api, "state=resolved&severity=critical&metric=revenue.won")).Items).Id);
        Assert.Empty((await ListAsync(api, "state=all&metric=deals.won")).Items);
    }

    [Fact]
    public async Task Whoever_comes_back_is_told_what_was_missed_and_that_somebody_takes_care()
    {
        await using var api = await AlertsApi.StartAsync();
        await api.Server.Company.OpenDealAsync(500);
        await api.AddRuleAsync(new { name = "Pipeline", metric = "pipeline.open", condition = "below", threshold = 1000, period = "today" });
        using var first = await api.ConnectAsync();
        var before = (await first.ReadUntilAsync(static message => message is AlertMessage.Opened or AlertMessage.Snapshot { Alerts.Count: > 0 }))[^1];
        var (id, sequence) = before switch
        {
            AlertMessage.Opened opened => (opened.Alert.Id, opened.Sequence),
            AlertMessage.Snapshot snapshot => (snapshot.Alerts[0].Id, snapshot.Sequence),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        using var acknowledged = await api.Client.PostAsJsonAsync($"{AlertsApi.Alerts}/{id}/acknowledge", new { by = "Ann" }, Token);
        await first.ReadUntilAsync(static message => message is AlertMessage.Changed { Alert.AcknowledgedBy: "Ann" });
        using var returned = await api.ConnectAsync(sequence);
        var missed = await returned.ReadUntilAsync(static message => message is AlertMessage.Resumed);
        using var stranger = await api.ConnectAsync(lastSequence: 1_000_000);

        Assert.Equal(HttpStatusCode.OK, acknowledged.StatusCode);
        var changed = Assert.IsType<AlertMessage.Changed>(Assert.Single(missed.SkipLast(1)));
        Assert.Equal("Ann", changed.Alert.AcknowledgedBy);
        Assert.Contains(changed.Alert.History, static step => step.What == "Acknowledged by Ann");
        Assert.IsType<AlertMessage.Snapshot>(await stranger.NextAsync());
        Assert.Equal(id, Assert.Single((await ListAsync(api, "acknowledged=true")).Items).Id);
    }

    [Fact]
    public async Task An_alert_pauses_while_its_source_is_out_of_reach()
    {
        await using var api = await AlertsApi.StartAsync();
        await api.Server.Company.WinDealAsync(10);
        await api.AddRuleAsync(new { name = "Deals", metric = "deals.won", condition = "below", threshold = 2 });
        using var screen = await api.ConnectAsync();
        await screen.ReadUntilAsync(static message => message is AlertMessage.Opened or AlertMessage.Snapshot { Alerts.Count: > 0 });

        await api.ReportSourceAsync(TimeProvider.System.GetUtcNow().AddHours(-1));
        await api.Server.Company.WinDealAsync(10);
        var paused = (AlertMessage.Changed)(await screen.ReadUntilAsync(static message => message is AlertMessage.Changed { Alert.Paused: true }))[^1];
        await api.ReportSourceAsync(TimeProvider.System.GetUtcNow());
        await api.Server.Company.WinDealAsync(10);
        var over = (await screen.ReadUntilAsync(static message => message is AlertMessage.Resolved))[^1];

        Assert.Equal(AlertPhase.Firing, paused.Alert.State);
        Assert.Equal(paused.Alert.Id, ((AlertMessage.Resolved)over).Alert.Id);
    }

    [Fact]
    public async Task A_muted_alert_says_so_until_the_mute_is_ended()
    {
        await using var api = await AlertsApi.StartAsync();
        await api.Server.Company.OpenDealAsync(500);
        await api.AddRuleAsync(new { name = "Open deals", metric = "pipeline.deals", condition = "below", threshold = 10 });
        var alert = (await Eventually.SeeAsync(() => ListAsync(api, ""), static seen => seen.Items.Count == 1, s_patience)).Items[0];
        var until = TimeProvider.System.GetUtcNow().AddHours(1);

        using var created = await api.Client.PostAsJsonAsync($"{AlertsApi.Alerts}/{alert.Id}/mute", new { until, reason = "Known." }, Token);
        var mute = await created.Content.ReadFromJsonAsync(AlertsJson.Default.AlertMute, Token);
        var muted = await Eventually.SeeAsync(() => ListAsync(api, ""), static seen => seen.Items[0].MutedUntil is not null, s_patience);
        await api.Client.DeleteAsync($"{AlertsApi.Alerts}/mutes/{mute!.Id}", Token);
        await Eventually.SeeAsync(() => ListAsync(api, ""), static seen => seen.Items[0].MutedUntil is null, s_patience);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(("pipeline.deals", "Known."), (mute.Metric, mute.Reason));
        Assert.Equal(until, muted.Items[0].MutedUntil!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Theory]
    [InlineData("state=perhaps", "state")]
    [InlineData("severity=7", "severity")]
    [InlineData("metric=nothing", "metric")]
    [InlineData("since=yesterday", "since")]
    [InlineData("fields=secret", "fields")]
    public async Task A_filter_that_means_nothing_is_refused_in_words(string query, string parameter)
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);

        using var response = await api.Client.GetAsync($"{AlertsApi.Alerts}?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(parameter)[0].GetString()!);
    }

    private static async Task<Sophia.Core.Lists.Page<Alert>> ListAsync(AlertsApi api, string query) =>
        (await api.Client.GetFromJsonAsync($"{AlertsApi.Alerts}?{query}", AlertsJson.Default.PageAlert, Token))!;
}
