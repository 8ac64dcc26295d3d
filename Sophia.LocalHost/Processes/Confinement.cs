using System.Diagnostics;

namespace Sophia.LocalHost.Processes;

/// <summary>Puts the commands in front of a program that make it end with the host, however the host ends.</summary>
/// <remarks>
/// <c>setsid</c> keeps Ctrl+C away from the child. <c>setpriv --pdeathsig</c> kills the child when the thread that started it ends.
/// A process namespace takes grandchildren along: the kernel kills all of it with its first process.
/// </remarks>
internal static class Confinement
{
    private static readonly Lazy<Task<IReadOnlyList<string>?>> s_namespace = new(FindNamespaceAsync);

    public static async Task<ProcessStartInfo> ApplyAsync(ProcessCommand command)
    {
        List<string> line = ["setsid", "setpriv", "--pdeathsig=KILL"];
        if (command.OwnsProcessTree && await s_namespace.Value is { } unshare)
        {
            line.AddRange([.. unshare, "setpriv", "--pdeathsig=KILL"]);
        }

        if (command.User is { } user)
        {
            // Changing the user clears the signal, so it is set again by the same command, which orders the two rightly.
            line.AddRange([$"--reuid={user.UserId}", $"--regid={user.GroupId}", "--clear-groups"]);
        }

        var start = new ProcessStartInfo(line[0], [.. line.Skip(1), command.FileName, .. command.Arguments])
        {
            WorkingDirectory = command.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (command.CleanEnvironment)
        {
            start.Environment.Clear();
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Whether the command's own process is a child of the one that was started.</summary>
    public static async Task<bool> HasNamespaceAsync(ProcessCommand command) => command.OwnsProcessTree && await s_namespace.Value is not null;

    /// <summary>The command that this machine permits; null where neither root nor user namespaces are to be had.</summary>
    private static async Task<IReadOnlyList<string>?> FindNamespaceAsync()
    {
        IReadOnlyList<string> unshare = ["unshare", "--pid", "--fork", "--kill-child=KILL"];
        IReadOnlyList<string> command = Environment.IsPrivilegedProcess ? unshare : [.. unshare, "--user", "--map-current-user"];
        using var probe = await ProcessSpawner.StartAsync(new ProcessStartInfo(command[0], [.. command.Skip(1), "true"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        });
        await probe.WaitForExitAsync();
        return probe.ExitCode == 0 ? command : null;
    }
}
