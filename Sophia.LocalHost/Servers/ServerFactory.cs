using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>Gives each kind of server its folder, user, port and password.</summary>
internal static class ServerFactory
{
    /// <summary>A new server under <paramref name="root"/>, with the password that it had before when there was one.</summary>
    public static Server Create(ServerKind kind, string name, string root, SecretStore secrets)
    {
        var folder = Path.Combine(root, name);
        var password = secrets.GetOrAdd($"{name}-password");
        return kind switch
        {
            ServerKind.Postgres => new PostgresServer(folder, UserOf(kind), Connection("postgres", password)),
            ServerKind.Redis => new RedisServer(folder, UserOf(kind), Connection("default", password)),
            ServerKind.RabbitMQ => new RabbitServer(folder, UserOf(kind), Connection("sophia", password), FreePorts.Next()),
        };
    }

    /// <summary>The user that Debian's package brings, else the machine's nobody; null when this process is not root.</summary>
    public static SystemUser? UserOf(ServerKind kind) => kind switch
    {
        ServerKind.Postgres => SystemUser.FirstOf("postgres", "nobody"),
        ServerKind.Redis => SystemUser.FirstOf("redis", "nobody"),
        ServerKind.RabbitMQ => SystemUser.FirstOf("rabbitmq", "nobody"),
    };

    private static ServerConnection Connection(string user, string password) => new("127.0.0.1", FreePorts.Next(), user, password);
}
