using System.Globalization;

namespace Sophia.LocalHost.Servers;

/// <summary>Finds the servers' programs on PATH and in Debian's places.</summary>
internal static class ServerBinaries
{
    /// <summary>The folder that holds <c>postgres</c> and <c>initdb</c>.</summary>
    /// <param name="majorVersion">The version that wrote the data; null for the newest.</param>
    /// <exception cref="ServerMissingException">There is none, or none of that version.</exception>
    public static string PostgresFor(string? majorVersion)
    {
        var folders = PostgresFolders().ToList();
        if (majorVersion is null)
        {
            return folders.FirstOrDefault() ?? throw new ServerMissingException("Postgres is not installed.");
        }

        return folders.Find(f => VersionOf(f) is { } version && string.Equals(version.ToString(CultureInfo.InvariantCulture), majorVersion, StringComparison.Ordinal))
            // A folder on PATH does not show its version; the server itself refuses data of another one.
            ?? folders.Find(f => VersionOf(f) is null)
            ?? throw new ServerMissingException($"The data was written by Postgres {majorVersion}, which is not installed any more.");
    }

    /// <summary>The path of <c>redis-server</c>.</summary>
    /// <exception cref="ServerMissingException">There is none.</exception>
    public static string Redis() => FindRedis() ?? throw new ServerMissingException("Redis is not installed.");

    /// <summary>The path of <c>rabbitmq-server</c>.</summary>
    /// <exception cref="ServerMissingException">There is none.</exception>
    public static string RabbitMQ() => FindRabbitMQ() ?? throw new ServerMissingException("RabbitMQ is not installed.");

    public static bool HasPostgres() => PostgresFolders().Any();

    public static string? FindRedis() => FindOnPath("redis-server", "/usr/bin", "/usr/local/bin");

    // The one in sbin is a wrapper that refuses every user but its own.
    public static string? FindRabbitMQ() =>
        File.Exists("/usr/lib/rabbitmq/bin/rabbitmq-server") ? "/usr/lib/rabbitmq/bin/rabbitmq-server" : FindOnPath("rabbitmq-server");

    private static IEnumerable<string> PostgresFolders()
    {
        var onPath = FindOnPath("initdb") is { } initdb && Path.GetDirectoryName(initdb) is { } folder && File.Exists(Path.Combine(folder, "postgres"))
            ? folder
            : null;
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")).Where(b => File.Exists(Path.Combine(b, "initdb")))
            : [];
        IEnumerable<string> newestFirst = debian.OrderByDescending(VersionOf);
        return onPath is null ? newestFirst : newestFirst.Prepend(onPath);
    }

    /// <summary>15 for <c>/usr/lib/postgresql/15/bin</c>; null elsewhere.</summary>
    private static int? VersionOf(string folder) =>
        int.TryParse(Path.GetFileName(Path.GetDirectoryName(folder.AsSpan())), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static string? FindOnPath(string program, params ReadOnlySpan<string> more)
    {
        foreach (var folder in (string[])[.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), .. more])
        {
            var file = Path.Combine(folder, program);
            if (Path.IsPathRooted(file) && folder is not ("/usr/sbin" or "/sbin") && File.Exists(file))
            {
                return file;
            }
        }

        return null;
    }
}
