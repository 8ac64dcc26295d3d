using System.Diagnostics;
using Npgsql;
using Sophia.LocalHost.Processes;

namespace Sophia.Tests.LocalHost;

public sealed class HostLifetimeTests
{
    private static readonly string[] s_servers = ["sophiadb", "cache", "bus"];

    [Fact]
    public async Task A_killed_host_leaves_no_process_within_two_seconds_and_the_next_start_has_all_data()
    {
        await using var host = new HostProcess();
        await host.StartAsync(s_servers);
        await ExecuteAsync(host, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number");
        var descendants = ProcessTree.DescendantsOf(host.ProcessId);
        Assert.True(descendants.Count >= 6, "Three servers with their guards and the services should be running.");

        host.Signal(Posix.SignalKill);

        Assert.True(await Eventually.IsTrueAsync(() => !descendants.Any(ProcessTree.IsRunning), TimeSpan.FromSeconds(2)), "Processes outlived the host.");
        await host.StartAsync("sophiadb");
        Assert.Equal(1000L, await ExecuteAsync(host, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task A_stopped_host_is_gone_with_all_its_processes_within_five_seconds()
    {
        await using var host = new HostProcess();
        await host.StartAsync(s_servers);
        var descendants = ProcessTree.DescendantsOf(host.ProcessId);
        var watch = Stopwatch.StartNew();

        host.Signal(Posix.SignalTerminate);
        await host.Exited.WaitAsync(TestContext.Current.CancellationToken);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(descendants, ProcessTree.IsRunning);
    }

    private static async Task<object?> ExecuteAsync(HostProcess host, string sql)
    {
        var token = TestContext.Current.CancellationToken;
        await using var connection = new NpgsqlConnection(await host.ConnectionStringAsync("sophiadb") + ";Pooling=false");
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(token);
    }
}
