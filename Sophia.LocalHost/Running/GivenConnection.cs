using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>Reads the connection strings of servers that run elsewhere.</summary>
internal static class GivenConnection
{
    /// <summary>The server's connection when configuration gives it, by the server's or one of its databases' names; else null.</summary>
    public static ServerConnection? Find(ContainerResource resource, IConfiguration configuration) => KindOf(resource) switch
    {
        ServerKind.Postgres when FirstOf(configuration, [resource.Name, .. ((PostgresServerResource)resource).Databases.Select(d => d.Name)]) is { } text => Postgres(text),
        ServerKind.Redis when configuration.GetConnectionString(resource.Name) is { Length: > 0 } text => Redis(text),
        ServerKind.RabbitMQ when configuration.GetConnectionString(resource.Name) is { Length: > 0 } text => RabbitMQ(text),
        ServerKind.Postgres or ServerKind.Redis or ServerKind.RabbitMQ => null,
    };

    public static ServerKind KindOf(ContainerResource resource) => resource switch
    {
        PostgresServerResource => ServerKind.Postgres,
        RedisResource => ServerKind.Redis,
        RabbitMQServerResource => ServerKind.RabbitMQ,
        _ => throw new InvalidOperationException($"No server for a {resource.Type}."),
    };

    private static string? FirstOf(IConfiguration configuration, IEnumerable<string> names) =>
        names.Select(configuration.GetConnectionString).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    private static ServerConnection Postgres(string text)
    {
        var parts = new NpgsqlConnectionStringBuilder(text);
        return new ServerConnection(parts.Host ?? "127.0.0.1", parts.Port, parts.Username ?? "", parts.Password ?? "", text);
    }

    /// <summary>Reads <c>host:port,password=…</c>.</summary>
    private static ServerConnection Redis(string text)
    {
        var parts = text.Split(',');
        var (host, port) = parts[0].Split(':') is [var name, var number] ? (name, int.Parse(number, CultureInfo.InvariantCulture)) : (parts[0], 6379);
        var password = parts.FirstOrDefault(part => part.StartsWith("password=", StringComparison.OrdinalIgnoreCase))?["password=".Length..] ?? "";
        return new ServerConnection(host, port, "default", password, text);
    }

    /// <summary>Reads <c>amqp://user:password@host:port</c>.</summary>
    private static ServerConnection RabbitMQ(string text)
    {
        var address = new Uri(text);
        var user = address.UserInfo.Split(':').Select(Uri.UnescapeDataString).ToArray();
        return new ServerConnection(
            address.Host, address.Port > 0 ? address.Port : 5672, user is [var name, ..] ? name : "guest", user is [_, var password] ? password : "guest", text);
    }
}
