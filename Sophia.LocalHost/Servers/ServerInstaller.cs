using Sophia.LocalHost.Packages;

namespace Sophia.LocalHost.Servers;

/// <summary>Brings the servers' programs onto the machine.</summary>
internal static class ServerInstaller
{
    /// <summary>Installs what is missing in one go.</summary>
    /// <exception cref="ServerMissingException">Something is missing and this machine or user cannot install it.</exception>
    public static async Task EnsureAsync(IReadOnlySet<ServerKind> kinds, Action<string> onProgress, CancellationToken cancellationToken)
    {
        var packages = kinds.Where(kind => !IsPresent(kind)).Select(PackageOf).ToList();
        if (packages.Count == 0)
        {
            return;
        }

        try
        {
            await DebianPackages.EnsureAsync(packages, onProgress, cancellationToken);
        }
        catch (PackageInstallationException error)
        {
            throw new ServerMissingException(error.Message, error);
        }
    }

    private static bool IsPresent(ServerKind kind) => kind switch
    {
        ServerKind.Postgres => ServerBinaries.HasPostgres(),
        ServerKind.Redis => ServerBinaries.FindRedis() is not null,
        ServerKind.RabbitMQ => ServerBinaries.FindRabbitMQ() is not null,
    };

    private static string PackageOf(ServerKind kind) => kind switch
    {
        ServerKind.Postgres => "postgresql",
        ServerKind.Redis => "redis-server",
        ServerKind.RabbitMQ => "rabbitmq-server",
    };
}
