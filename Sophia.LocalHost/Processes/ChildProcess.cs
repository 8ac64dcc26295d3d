using System.Diagnostics;

namespace Sophia.LocalHost.Processes;

/// <summary>A running program: its output by the line, its end, and ways to end it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_drain = TimeSpan.FromSeconds(1);
    private readonly Process _process;
    private readonly bool _insideNamespace;
    private readonly Task _output;
    private int? _programId;

    private ChildProcess(Process process, bool insideNamespace, Action<string, bool> onLine)
    {
        _process = process;
        _insideNamespace = insideNamespace;
        process.StandardInput.Close();
        _output = Task.WhenAll(
            LinePump.RunAsync(process.StandardOutput, line => onLine(line, false)),
            LinePump.RunAsync(process.StandardError, line => onLine(line, true)));
        Exited = WaitAsync();
    }

    /// <summary>Ends with the exit code (128 + signal when killed), after the last line of output.</summary>
    public Task<int> Exited { get; }

    /// <summary>The program's own process id as this host sees it.</summary>
    public int ProcessId => (_programId ??= FindProgram()) ?? _process.Id;

    /// <summary>Starts a program.</summary>
    /// <param name="command">What to run.</param>
    /// <param name="onLine">Called for each line of output; true when it came on standard error.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<ChildProcess> StartAsync(ProcessCommand command, Action<string, bool> onLine)
    {
        var process = await ProcessSpawner.StartAsync(await Confinement.ApplyAsync(command));
        return new ChildProcess(process, await Confinement.HasNamespaceAsync(command), onLine);
    }

    /// <summary>Asks the program to end, and kills it when it has not within the grace.</summary>
    public async Task StopAsync(int signal, TimeSpan grace)
    {
        if (!Exited.IsCompleted)
        {
            Posix.Signal(ProcessId, signal);
            await Task.WhenAny(Exited, Task.Delay(grace));
        }

        Kill();
        await Exited;
    }

    /// <summary>Ends the program and all that it started at once.</summary>
    public void Kill()
    {
        if (!Exited.IsCompleted && !_process.HasExited)
        {
            Posix.Signal(ProcessId, Posix.SignalKill);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await Exited;
        _process.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        // Where there is no namespace a grandchild may keep the pipe open; its lines are not waited for.
        await Task.WhenAny(_output, Task.Delay(s_drain));
        return _process.ExitCode;
    }

    /// <summary>The program's process; null while a namespace is still being made for it.</summary>
    private int? FindProgram() => _insideNamespace
        ? ProcessTree.ChildrenOf(_process.Id) is [var child, ..] ? child : null
        : _process.Id;
}
