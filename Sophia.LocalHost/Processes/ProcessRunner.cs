namespace Sophia.LocalHost.Processes;

/// <summary>Runs a program to its end.</summary>
internal static class ProcessRunner
{
    // Enough to show what went wrong.
    private const int LinesKept = 40;

    /// <summary>Runs a program and returns its exit code and the last lines of what it wrote.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessCommand command, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var last = new RecentLines(LinesKept);
        await using var child = await ChildProcess.StartAsync(command, (line, _) =>
        {
            onLine?.Invoke(line);
            last.Add(line);
        });
        var exitCode = await child.Exited.WaitAsync(cancellationToken);
        return (exitCode, last.ToString());
    }

    /// <summary>Runs a program that must succeed.</summary>
    /// <exception cref="InvalidOperationException">It did not; the message holds its last lines.</exception>
    public static async Task RunCheckedAsync(ProcessCommand command, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await RunAsync(command, onLine, cancellationToken);
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"{Path.GetFileName(command.FileName)} ended with {exitCode}:\n{output}");
        }
    }
}
