using System.Diagnostics;

namespace Sophia.Benchmarks.Replicas;

/// <summary>Closed-loop requests of the dashboard's figures, each with the times at which it began and failed.</summary>
/// <param name="api">The API's public address.</param>
/// <param name="connections">How many ask at the same time.</param>
internal sealed class RequestLoad(Uri api, int connections)
{
    private const string Path = "/api/v1/dashboard/metrics?metrics=revenue.won&from=2020-01-01";
    private long _answered;

    // One per request that a killed replica takes along; a run in which more fail says so by its figures.
    private readonly List<(long Began, string Reason)> _failures = [];

    public long Answered => Volatile.Read(ref _answered);

    /// <summary>When (<see cref="Stopwatch"/>) each failed request began, and why it failed.</summary>
    public IReadOnlyList<(long Began, string Reason)> Failures
    {
        get
        {
            lock (_failures)
            {
                return [.. _failures];
            }
        }
    }

    /// <summary>Asks until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = connections };
        using var client = new HttpClient(handler) { BaseAddress = api };
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => AskAsync(client, cancellationToken), CancellationToken.None)));
    }

    private async Task AskAsync(HttpClient client, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                using var answer = await client.GetAsync(Path, cancellationToken);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                Interlocked.Increment(ref _answered);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is HttpRequestException or IOException)
            {
                lock (_failures)
                {
                    _failures.Add((began, exception.Message));
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
