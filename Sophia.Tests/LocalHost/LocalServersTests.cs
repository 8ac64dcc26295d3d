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
    public async Task Servers_of_a_checkout_that_only_its_owner_may_enter_keep_their_data_where_they_can_reach_it()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs servers as other users.");
        using var home = new TemporaryFolder();
        File.SetUnixFileMode(home.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var chosen = await ServerDataDirectory.ChooseAsync(Path.Combine(home.Path, "sophia", ".sophia", "data"), TestContext.Current.CancellationToken);

        Assert.StartsWith("/var/lib/sophia/", chosen, StringComparison.Ordinal);
        Directory.Delete(chosen);
    }

    private static async Task OpenAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
    }
}
