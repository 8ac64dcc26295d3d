using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>Redis in memory only: what it holds may be forgotten.</summary>
internal sealed class RedisServer(string dataDirectory, ServerConnection connection) : Server(dataDirectory, connection)
{
    protected override string UserName => "redis";

    public override async Task<ProcessCommand> PrepareAsync(Action<string> onLine, CancellationToken cancellationToken)
    {
        TakeDataDirectory();
        var configuration = Path.Combine(DataDirectory, "redis.conf");
        await WriteFileAsync(
            configuration,
            $"""
            bind 127.0.0.1
            port {Connection.Port}
            requirepass {Connection.Password}
            dir {DataDirectory}
            save ""
            maxmemory 64mb
            maxmemory-policy allkeys-lru
            always-show-logo no

            """,
            cancellationToken);
        return Command(ServerBinaries.Redis(), configuration);
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Connection.Host, Connection.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"AUTH {Connection.Password}\r\nPING\r\n"), cancellationToken);
        using var reader = new StreamReader(stream);
        var (auth, ping) = (await reader.ReadLineAsync(cancellationToken), await reader.ReadLineAsync(cancellationToken));
        if ((auth, ping) is not ("+OK", "+PONG"))
        {
            throw new IOException($"Redis answered {auth} {ping}");
        }
    }
}
