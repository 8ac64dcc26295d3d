using System.Collections.Concurrent;
using System.Diagnostics;

namespace Sophia.Benchmarks.Dashboard;

/// <summary>Closed-loop load: each connection sends its next request when the last one was answered in full.</summary>
internal static class HttpLoad
{
    /// <param name="server">A server on this machine.</param>
    /// <param name="connections">How many ask at the same time.</param>
    /// <param name="duration">How long they ask.</param>
    /// <param name="nextPath">The next path to ask for; called by all connections.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="HttpRequestException">A request was not answered with success.</exception>
    public static async Task<LatencySummary> RunAsync(
        Uri server, int connections, TimeSpan duration, Func<string> nextPath, CancellationToken cancellationToken)
    {
        if (!server.IsLoopback)
        {
            throw new ArgumentException("Load is sent to this machine only.", nameof(server));
        }

        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var client = new HttpClient(handler) { BaseAddress = server };
        var measured = new ConcurrentBag<TimeSpan>();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(AskAsync, cancellationToken)));
        return new LatencySummary(measured);

        async Task AskAsync()
        {
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var asked = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(nextPath(), cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                measured.Add(Stopwatch.GetElapsedTime(asked));
            }
        }
    }
}
