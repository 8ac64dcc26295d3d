using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Terminal;

namespace Sophia.Tests.LocalHost;

public sealed class ReplicaRowsTests
{
    private readonly ResourceBoard _board = new([new ResourceSnapshot("api", "Project") { MaxReplicas = 8 }, new ResourceSnapshot("web", "Project")]);

    [Fact]
    public void A_project_stays_ready_while_one_of_its_replicas_is_and_says_how_many_are()
    {
        Add("api-1");
        Add("api-2");

        _board.Update("api-2", s => s with { State = "Restarting in 1 s (exit 137)", HealthReports = [], Restarts = 1 });

        var api = _board.Find("api")!;
        Assert.Equal((true, "Running", HealthStatus.Degraded, 2, 1, 1), (api.IsReady, api.State, api.Health, api.Replicas, api.ReadyReplicas, api.Restarts));
        Assert.Equal("api        Running    Degraded   replicas: 1 of 2 ready", ResourceRow.Line(api));
        Assert.Equal("  api-2    Restarting in 1 s (exit 137)", ResourceRow.Line(_board.Find("api-2")!));
    }

    [Fact]
    public void A_project_without_a_healthy_replica_is_not_ready_and_a_figure_that_nobody_measured_is_none()
    {
        Add("api-1");

        _board.Update("api-1", s => s with { HealthReports = [new HealthEntry("sophiadb", HealthStatus.Unhealthy)] });

        var api = _board.Find("api")!;
        Assert.Equal((false, HealthStatus.Unhealthy, (double?)null, (long?)null), (api.IsReady, api.Health, api.Cpu, api.Memory));
    }

    [Fact]
    public async Task A_watcher_sees_the_second_replica_come_and_go()
    {
        Add("api-1");
        List<string> seen = [];
        await foreach (var row in _board.WatchAsync(ResourceRows.OfProcesses, TestContext.Current.CancellationToken))
        {
            seen.Add(row.Removed ? $"-{row.Name}" : row.Name);
            if (seen.Count == 2)
            {
                Add("api-2");
            }

            if (seen.Count == 5)
            {
                _board.Remove("api-2");
            }

            if (seen.Count == 8)
            {
                break;
            }
        }

        Assert.Equal(["api", "web", "-api", "api-1", "api-2", "-api-1", "-api-2", "api"], seen, StringComparer.Ordinal);
    }

    private void Add(string name) => _board.Add(new ResourceSnapshot(name, "Project")
    {
        ReplicaOf = "api", State = ResourceState.Running, HealthReports = [new HealthEntry("health", HealthStatus.Healthy)],
    });
}
