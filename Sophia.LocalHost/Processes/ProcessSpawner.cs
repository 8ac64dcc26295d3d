using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sophia.LocalHost.Processes;

/// <summary>Starts every child from one thread that lives as long as the host.</summary>
/// <remarks>A parent-death signal follows the thread that forked; pool threads end, and would take the servers with them.</remarks>
internal static class ProcessSpawner
{
    // Starts take milliseconds and callers await them, so a handful can be waiting.
    private static readonly BlockingCollection<Action> s_requests = new(boundedCapacity: 256);

    static ProcessSpawner() => new Thread(Work) { IsBackground = true, Name = "process spawner" }.Start();

    /// <summary>Starts a process.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static Task<Process> StartAsync(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        s_requests.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception error)
            {
                // The caller gets it; the thread must go on, or all children die with it.
                started.SetException(error);
            }
        });
        return started.Task;
    }

    private static void Work()
    {
        foreach (var request in s_requests.GetConsumingEnumerable())
        {
            request();
        }
    }
}
