using Npgsql;
using Sophia.LocalHost.Servers;

namespace Sophia.Tests.LocalHost;

public sealed class LocalServersTests
{
    [Fact]
    public async Task A_server_that_was_down_comes_back_on_the_same_address_with_its_data()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var servers = await LocalServers.StartAsync(folder.Path, token);
        var database = await servers.CreateDatabaseAsync("kept", token) + ";Pooling=false";

        await servers.StopAsync(ServerKind.Postgres);
        await Assert.ThrowsAsync<NpgsqlException>(() => OpenAsync(database));
        await servers.StartAsync(ServerKind.Postgres, token);

        await OpenAsync(database);
    }

    [Fact]
    public async Task Two_processes_cannot_use_the_same_folder()
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        using var other = InstanceLock.TryTake(folder.Path);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => LocalServers.StartAsync(folder.Path, token));

        Assert.Contains(folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Servers_of_a_clone_under_a_home_that_only_its_owner_may_enter_run_with_their_data_where_they_can_reach_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs servers as other users.");
        var token = TestContext.Current.CancellationToken;
        var home = Directory.CreateTempSubdirectory("sophia-");
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, home.UnixFileMode);
        var wanted = Path.Combine(home.FullName, "sophia", ".sophia", "data");

        await using (var servers = await LocalServers.StartAsync(wanted, token))
        {
            await OpenAsync(await servers.CreateDatabaseAsync("reachable", token) + ";Pooling=false");
        }

        var chosen = await ServerDataDirectory.ChooseAsync(wanted, token);
        Assert.StartsWith("/var/lib/sophia/", chosen, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFileSystemEntries(chosen));
        Directory.Delete(chosen, recursive: true);
        home.Delete(recursive: true);
    }

    private static async Task OpenAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
    }
}
