using Aspire.Hosting.ApplicationModel;

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
            ServerKind.Postgres => new PostgresServer(folder, Connection("postgres", password)),
            ServerKind.Redis => new RedisServer(folder, Connection("default", password)),
            ServerKind.RabbitMQ => new RabbitServer(folder, Connection("sophia", password), FreePorts.Next()),
        };
    }

    private static ServerConnection Connection(string user, string password) => new("127.0.0.1", FreePorts.Next(), user, password);
}
