using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.Agents.Sources;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;

namespace Sophia.Tests.Agents;

public sealed class BackfillTests : IAsyncLifetime
{
    private LocalHubSpot _hubSpot = null!;
    private TestDatabase _database = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hubSpot = await LocalHubSpot.StartAsync(deals: 1_200, companies: 300);
        _database = await TestDatabase.CreateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _hubSpot.DisposeAsync();
    }

    [Fact]
    public async Task The_whole_history_comes_in_and_the_dashboard_shows_the_companys_own_totals()
    {
        await using var agents = await AgentsHost.StartAsync(_database, _hubSpot);

        await agents.WaitForTotalsOfAsync(_hubSpot);

        var status = await agents.WaitForStatusAsync(status => status.HistoryLoaded);
        var totals = await _hubSpot.ReadTotalsAsync(Cancelled);
        Assert.Null(status!.Error);
        Assert.Equal(totals.Deals + totals.Companies + 40 + 7, status.Total);
        Assert.Equal(status.Total, status.Loaded);
        var health = await agents.Get<HistoryHealthCheck>().CheckHealthAsync(new HealthCheckContext(), Cancelled);
        Assert.Equal((HealthStatus.Healthy, 1d), (health.Status, health.Data["progress"]));
    }

    [Fact]
    public async Task A_backfill_that_is_broken_off_again_and_again_goes_on_where_it_was_and_loses_nothing()
    {
        var loaded = 0L;
        foreach (var enough in new[] { 1L, 400L, 900L })
        {
            await using var interrupted = await AgentsHost.StartAsync(_database, _hubSpot);
            var status = await interrupted.WaitForStatusAsync(status => status.Loaded >= enough);
            Assert.True(status!.Loaded >= loaded, "A restart goes on, it does not begin again.");
            loaded = status.Loaded;
        }

        await using var agents = await AgentsHost.StartAsync(_database, _hubSpot);

        await agents.WaitForTotalsOfAsync(_hubSpot);
        Assert.Equal(1_200, await CountEventsAsync("hubspot.deal"));
    }

    [Fact]
    public async Task Two_processes_read_everything_once()
    {
        await using var one = await AgentsHost.StartAsync(_database, _hubSpot);
        await using var other = await AgentsHost.StartAsync(_database, _hubSpot);

        await other.WaitForTotalsOfAsync(_hubSpot);

        await one.WaitForStatusAsync(status => status.HistoryLoaded);
        Assert.Equal(1_200, await CountEventsAsync("hubspot.deal"));
    }

    [Fact]
    public async Task A_change_that_no_webhook_announced_is_found_by_the_next_look()
    {
        await using var agents = await AgentsHost.StartAsync(
            _database, _hubSpot, project: true, KeyValuePair.Create<string, string?>("HubSpot:PollInterval", "00:00:01"));
        await agents.WaitForStatusAsync(status => status.HistoryLoaded);

        await _hubSpot.PostAsync("/sandbox/burst?count=40", null, Cancelled);

        await agents.WaitForTotalsOfAsync(_hubSpot);
    }

    [Fact]
    public async Task A_refused_token_is_told_and_makes_the_service_degraded()
    {
        await using var agents = await AgentsHost.StartAsync(
            _database, _hubSpot, project: false, KeyValuePair.Create<string, string?>("HubSpot:Token", "wrong"));

        var status = await agents.WaitForStatusAsync(status => status.Error is not null);

        Assert.StartsWith("HubSpot answered 401: ", status!.Error, StringComparison.Ordinal);
        Assert.Null(status.LastSuccessAt);
        var health = await agents.Get<HistoryHealthCheck>().CheckHealthAsync(new HealthCheckContext(), Cancelled);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("HubSpot answered 401: ", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HubSpot_failing_for_a_while_only_delays_the_history()
    {
        await _hubSpot.PostAsync("/sandbox/faults", new { count = 5, status = 503 }, Cancelled);

        await using var agents = await AgentsHost.StartAsync(_database, _hubSpot);

        await agents.WaitForTotalsOfAsync(_hubSpot);
        Assert.Null((await agents.WaitForStatusAsync(status => status.HistoryLoaded))!.Error);
    }

    private async Task<long> CountEventsAsync(string kind)
    {
        await using var command = _database.DataSource.CreateCommand("SELECT count(*) FROM event_log WHERE kind = $1");
        command.Parameters.Add(new() { Value = kind });
        return (long)(await command.ExecuteScalarAsync(Cancelled))!;
    }
}
