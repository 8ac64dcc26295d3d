using Npgsql;
using Sophia.Data.Coordination;

namespace Sophia.Agents.Work;

/// <summary>Does work that one process at a time may do; the other replicas stand by and take over within a second.</summary>
internal sealed partial class LeasedWork(NpgsqlDataSource database, TimeProvider clock, ILogger<LeasedWork> logger)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    /// <summary>Runs <paramref name="work"/> whenever this process holds the lease.</summary>
    /// <param name="name">The lease's name.</param>
    /// <param name="work">Runs until its token is cancelled, which happens when the lease is lost.</param>
    /// <param name="stoppingToken">Ends it.</param>
    public async Task RunAsync(string name, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        var backoff = new Backoff(s_firstPause, s_longestPause);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var lease = await Lease.AcquireAsync(database, name, clock, stoppingToken);
                using var held = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lease.Lost);
                LogAcquired(name);
                backoff.Reset();
                await work(held.Token);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The database went away, and the lease with it.
                LogLost(exception, name);
                await Task.Delay(backoff.Next(), clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Holding the lease '{Name}'")]
    private partial void LogAcquired(string name);

    [LoggerMessage(LogLevel.Warning, "Without the lease '{Name}'")]
    private partial void LogLost(Exception exception, string name);
}
