using Npgsql;

namespace Sophia.LocalHost.Servers;

/// <summary>Postgres, Redis and RabbitMQ on free loopback ports, without an AppHost. They end with this process, however it ends.</summary>
public sealed class LocalServers : IAsyncDisposable
{
    private readonly InstanceLock _lock;
    private readonly Dictionary<ServerKind, RunningServer> _servers;

    private LocalServers(InstanceLock instanceLock, Dictionary<ServerKind, RunningServer> servers) => (_lock, _servers) = (instanceLock, servers);

    /// <summary>Npgsql's connection string of the database <c>postgres</c>, as its superuser.</summary>
    public string PostgresConnectionString => ConnectionStringOf("postgres");

    /// <summary>StackExchange.Redis' configuration, <c>host:port,password=…</c>.</summary>
    public string RedisConnectionString => Connection(ServerKind.Redis) is var c ? $"{c.Host}:{c.Port},password={c.Password}" : "";

    /// <summary>The broker's address, <c>amqp://user:password@host:port</c>.</summary>
    public string RabbitMQConnectionString =>
        Connection(ServerKind.RabbitMQ) is var c ? $"amqp://{c.UserName}:{c.Password}@{c.Host}:{c.Port}" : "";

    /// <summary>Installs what is missing (as root on Debian and Ubuntu), starts the servers side by side and waits until they answer.</summary>
    /// <param name="directory">Where they keep their data, made when missing; data of an earlier start is used again.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="ServerMissingException">A server is not installed and cannot be.</exception>
    /// <exception cref="InvalidOperationException">Another process uses the directory, or a server does not come up.</exception>
    public static async Task<LocalServers> StartAsync(string directory, CancellationToken cancellationToken)
    {
        HashSet<ServerKind> kinds = [.. Enum.GetValues<ServerKind>()];
        await ServerInstaller.EnsureAsync(kinds, Console.Error.WriteLine, cancellationToken);
        var root = await ServerDataDirectory.ChooseAsync(Path.GetFullPath(directory), cancellationToken);
        var instanceLock = InstanceLock.TryTake(root) ?? throw new InvalidOperationException($"Another process runs servers in {root}.");
        var secrets = SecretStore.Open(root);
        var servers = kinds.ToDictionary(
            kind => kind, kind => new RunningServer(ServerFactory.Create(kind, kind.ToString().ToLowerInvariant(), root, secrets)));
        var local = new LocalServers(instanceLock, servers);
        try
        {
            await Task.WhenAll(servers.Values.Select(server => server.StartAsync(cancellationToken)));
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    /// <summary>Creates an empty database.</summary>
    /// <param name="name">Its name: letters, digits and underscores.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(PostgresConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(name)}");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionStringOf(name);
    }

    /// <summary>Stops one server in good order, as an outage would.</summary>
    /// <param name="kind">Which one.</param>
    public Task StopAsync(ServerKind kind) => _servers[kind].StopAsync();

    /// <summary>Starts a stopped server again on the same port.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public Task StartAsync(ServerKind kind, CancellationToken cancellationToken) => _servers[kind].StartAsync(cancellationToken);

    /// <summary>Stops all servers.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_servers.Values.Select(server => server.StopAsync()));
        _lock.Dispose();
    }

    private Aspire.Hosting.ApplicationModel.ServerConnection Connection(ServerKind kind) => _servers[kind].Server.Connection;

    private string ConnectionStringOf(string database) => Connection(ServerKind.Postgres) is var c
        ? $"Host={c.Host};Port={c.Port};Username={c.UserName};Password={c.Password};Database={database}"
        : "";
}
