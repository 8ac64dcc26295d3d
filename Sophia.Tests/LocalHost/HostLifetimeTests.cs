using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Testing;
using Sophia.Tests.EndToEnd;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.LocalHost;

public sealed class HostLifetimeTests : IDisposable
{
    // The machine may be busy with other tests for a moment: a promise that was missed is measured twice more.
    private const int Again = 2;
    private static readonly TimeSpan s_killed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_stopped = TimeSpan.FromSeconds(5);
    private static readonly string[] s_servers = ["sophiadb", "cache", "bus"];
    private readonly string _instance = $"test-{Guid.NewGuid():N}"[..16];

    [Fact]
    public async Task A_killed_host_leaves_no_process_within_two_seconds_and_the_next_start_has_all_data()
    {
        var host = await StartAsync();
        await ExecuteAsync(host, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS number");

        var took = await KillAsync(host);
        for (var again = Again; took > s_killed && again > 0; again--)
        {
            took = await KillAsync(await StartAsync());
        }

        Assert.InRange(took, TimeSpan.Zero, s_killed);
        await using var next = await StartAsync();
        Assert.Equal(1000L, await ExecuteAsync(next, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task A_stopped_host_is_gone_with_all_its_processes_within_five_seconds()
    {
        var took = await StopAsync();
        for (var again = Again; took > s_stopped && again > 0; again--)
        {
            took = await StopAsync();
        }

        Assert.InRange(took, TimeSpan.Zero, s_stopped);
    }

    public void Dispose() => Directory.Delete(Path.Combine(Repository.Root, ".sophia", _instance), recursive: true);

    /// <returns>From the kill until no process was left.</returns>
    private static async Task<TimeSpan> KillAsync(AppHostProcess host)
    {
        var descendants = host.Descendants();
        Assert.True(descendants.Count >= 6, "Three servers with their guards should be running, and services.");
        var killed = Stopwatch.GetTimestamp();

        host.Kill();

        await Eventually.SeeAsync(
            () => Task.FromResult(descendants.Count(ProcessTree.IsRunning)), static left => left == 0, TimeSpan.FromSeconds(30));
        var took = Stopwatch.GetElapsedTime(killed);
        await host.DisposeAsync();
        return took;
    }

    /// <returns>How long an orderly stop took.</returns>
    private async Task<TimeSpan> StopAsync()
    {
        await using var host = await StartAsync();
        var descendants = host.Descendants();
        var stopping = Stopwatch.GetTimestamp();

        await host.StopAsync(TestContext.Current.CancellationToken);

        var took = Stopwatch.GetElapsedTime(stopping);
        Assert.DoesNotContain(descendants, ProcessTree.IsRunning);
        return took;
    }

    private async Task<AppHostProcess> StartAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Path.Combine(Repository.Root, "Sophia.AppHost", "bin", configuration, "net10.0", "Sophia.AppHost.dll");
        var host = await AppHostProcess.StartAsync(Repository.Root, assembly, _instance, RunningStack.DealsAlone, TestContext.Current.CancellationToken);
        await host.WaitUntilReadyAsync(TestContext.Current.CancellationToken, s_servers);
        return host;
    }

    private static async Task<object?> ExecuteAsync(AppHostProcess host, string sql)
    {
        var token = TestContext.Current.CancellationToken;
        var connections = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(host.Folder, "connections.json"), token));
        await using var connection = new NpgsqlConnection(connections.GetProperty("sophiadb").GetString() + ";Pooling=false");
        await connection.OpenAsync(token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(token);
    }
}
