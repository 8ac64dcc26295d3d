using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>One server of <see cref="LocalServers"/>: up, or stopped and able to come back.</summary>
internal sealed class RunningServer(Server server)
{
    // What an error message shows.
    private const int LinesKept = 30;
    private static readonly TimeSpan s_longestStart = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan s_betweenChecks = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(3);
    private readonly RecentLines _last = new(LinesKept);
    private ChildProcess? _child;

    public Server Server { get; } = server;

    /// <summary>Returns when the server answers.</summary>
    /// <exception cref="InvalidOperationException">It ended or did not answer; the message holds its last lines.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longestStart);
        var command = await Server.PrepareAsync(_last.Add, limit.Token);
        var child = _child = await ChildProcess.StartAsync(command, (line, _) => _last.Add(line));
        Exception? last = null;
        while (!child.Exited.IsCompleted && !limit.IsCancellationRequested)
        {
            try
            {
                await Server.CheckAsync(limit.Token);
                return;
            }
            catch (Exception error)
            {
                // Not up yet; the loop ends with the process or the time.
                last = error;
            }

            await Task.WhenAny(child.Exited, Task.Delay(s_betweenChecks, cancellationToken));
        }

        cancellationToken.ThrowIfCancellationRequested();
        throw new InvalidOperationException($"{Server.GetType().Name} did not come up:\n{_last}", last);
    }

    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _child, null) is { } child)
        {
            await child.StopAsync(Server.StopSignal, s_grace);
            await child.DisposeAsync();
        }
    }
}
