using System.Globalization;

namespace Sophia.LocalHost.Running;

/// <summary>Finds who listens on a port, from <c>/proc</c>.</summary>
internal static class PortOwner
{
    /// <summary>For example <c>process 4711 (node server.js)</c>; null when this user may not see it.</summary>
    public static string? Find(int port)
    {
        var sockets = Listening(port).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            try
            {
                if (Directory.EnumerateFiles(Path.Combine(folder, "fd")).Any(fd => File.ResolveLinkTarget(fd, returnFinalTarget: false) is { } target && sockets.Contains(target.Name)))
                {
                    var line = File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ').Trim();
                    return $"process {Path.GetFileName(folder)} ({(line.Length > 80 ? line[..80] + "…" : line)})";
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended, or belongs to another user.
            }
        }

        return null;
    }

    /// <summary>Sockets in state listen (0A), as <c>socket:[12345]</c>.</summary>
    private static IEnumerable<string> Listening(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        foreach (var table in (string[])["/proc/net/tcp", "/proc/net/tcp6"])
        {
            foreach (var line in File.Exists(table) ? File.ReadLines(table) : [])
            {
                var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (fields.Length > 9 && fields[1].EndsWith(suffix, StringComparison.Ordinal) && fields[3] == "0A")
                {
                    yield return $"socket:[{fields[9]}]";
                }
            }
        }
    }
}
