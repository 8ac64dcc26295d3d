using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sophia.Core.Status;

namespace Sophia.Data.Status;

/// <summary>Says every few seconds that this process lives and what its health checks find, where every other process can read it.</summary>
internal sealed partial class HeartbeatWorker(
    string service, HealthCheckService checks, HeartbeatStore store, Func<LatencyStatus?> latency, TimeProvider clock, ILogger<HeartbeatWorker> logger)
    : BackgroundService
{
    private readonly string _instance = $"{Environment.MachineName}:{Environment.ProcessId}";
    private readonly DateTimeOffset _startedAt = clock.GetUtcNow();

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before it serves anybody, so that no copy answers that there is none; its checks may take seconds.
        await TryBeatAsync(static _ => Task.FromResult<IReadOnlyList<CheckStatus>>([]), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await store.LeaveAsync(service, _instance, cancellationToken);
        }
        catch (Exception exception)
        {
            // Without the database nobody reads of us anyway; the row is forgotten after a while.
            LogFailed(exception);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Heartbeats.Interval, clock);
        do
        {
            await TryBeatAsync(CheckAsync, stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TryBeatAsync(Func<CancellationToken, Task<IReadOnlyList<CheckStatus>>> check, CancellationToken cancellationToken)
    {
        try
        {
            var found = await check(cancellationToken);
            await store.BeatAsync(
                new()
                {
                    Service = service, Instance = _instance, StartedAt = _startedAt, SeenAt = clock.GetUtcNow(), Checks = found, Latency = latency(),
                },
                cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever looks sees us fall silent, which is what a process without a database has done.
            LogFailed(exception);
        }
    }

    private async Task<IReadOnlyList<CheckStatus>> CheckAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        return
        [
            .. report.Entries.Select(static entry => new CheckStatus(
                entry.Key, HealthOf(entry.Value.Status), entry.Value.Description, Math.Round(entry.Value.Duration.TotalMilliseconds, 1))),
        ];
    }

    private static ServiceHealth HealthOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => ServiceHealth.Healthy,
        HealthStatus.Degraded => ServiceHealth.Degraded,
        HealthStatus.Unhealthy => ServiceHealth.Unhealthy,
    };

    [LoggerMessage(LogLevel.Warning, "The sign of life could not be written")]
    private partial void LogFailed(Exception exception);
}
