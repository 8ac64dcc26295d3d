using Aspire.Hosting.ApplicationModel;
using Npgsql;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>Postgres with a small footprint; what it confirms is on disk.</summary>
internal sealed class PostgresServer(string dataDirectory, ServerConnection connection) : Server(dataDirectory, connection)
{
    private string ClusterDirectory => Path.Combine(DataDirectory, "cluster");

    public override int StopSignal => Posix.SignalInterrupt; // "fast": sessions are cut, the data is flushed

    private string ConnectionString =>
        $"Host={Connection.Host};Port={Connection.Port};Username={Connection.UserName};Password={Connection.Password};Database=postgres;Pooling=false;Timeout=5";

    protected override string UserName => "postgres";

    public override async Task<ProcessCommand> PrepareAsync(Action<string> onLine, CancellationToken cancellationToken)
    {
        TakeDataDirectory();
        var binaries = ServerBinaries.PostgresFor(await ReadVersionAsync(cancellationToken));
        if (!Directory.Exists(ClusterDirectory))
        {
            await CreateClusterAsync(binaries, onLine, cancellationToken);
        }

        return Command(Path.Combine(binaries, "postgres"), ["-D", ClusterDirectory, .. Settings().SelectMany(s => new[] { "-c", s })]);
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var session = new NpgsqlConnection(ConnectionString);
        await session.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT 1", session);
        await command.ExecuteScalarAsync(cancellationToken);
    }

    private IEnumerable<string> Settings() =>
    [
        "listen_addresses=127.0.0.1",
        $"port={Connection.Port}",
        "unix_socket_directories=",
        "password_encryption=scram-sha-256",
        "max_connections=200",
        "shared_buffers=64MB",
        "work_mem=8MB",
        "max_wal_size=512MB",
        "wal_compression=on",
        "jit=off",
        "autovacuum_max_workers=2",
        "max_worker_processes=4",
        "log_line_prefix=%m [%p] ",
    ];

    /// <summary>The major version that wrote the data, for example 15; null before the first start.</summary>
    private async Task<string?> ReadVersionAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(ClusterDirectory, "PG_VERSION");
        return File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : null;
    }

    private async Task CreateClusterAsync(string binaries, Action<string> onLine, CancellationToken cancellationToken)
    {
        // Moved into place when complete, so that a crash in between leaves nothing that looks like a cluster.
        var half = ClusterDirectory + ".new";
        var password = Path.Combine(DataDirectory, "password");
        if (Directory.Exists(half))
        {
            Directory.Delete(half, recursive: true);
        }

        await WriteFileAsync(password, Connection.Password, cancellationToken);
        await ProcessRunner.RunCheckedAsync(
            Command(
                Path.Combine(binaries, "initdb"), "-D", half, "-U", Connection.UserName, $"--pwfile={password}",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions"),
            onLine,
            cancellationToken);
        File.Delete(password);
        Directory.Move(half, ClusterDirectory);
    }
}
