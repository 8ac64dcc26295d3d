using Sophia.Dashboard.Telemetry.Alerts;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Slos;
using Sophia.Dashboard.Telemetry.Timeline;

namespace Sophia.Dashboard.Telemetry;

/// <summary>
/// Reads what was kept before the process started, beside what comes in, and then every few seconds evaluates alerts, writes state
/// and metric blocks, and notes reached bounds.
/// </summary>
internal sealed partial class TelemetryKeeper(
    TelemetryStore store, ErrorTracker errors, SloEngine slos, AlertEngine alerts, TimelineLog timeline, ResourceQueries resources, TelemetryFeed feed,
    TimeProvider clock, ILogger<TelemetryKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(5);

    // A bound that is reached all the time is news once an hour.
    private static readonly TimeSpan s_limitPause = TimeSpan.FromHours(1);

    // Counts are written more seldom than alerts are evaluated: what came since is counted again from the spans after a crash.
    private const int RoundsBetweenSaves = 4;

    private readonly TaskCompletionSource _restored = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, DateTimeOffset> _told = new(StringComparer.Ordinal);

    /// <summary>Ends when all that was kept is there again.</summary>
    public Task Restored => _restored.Task;

    /// <summary>Does what is due.</summary>
    /// <param name="save">Whether to write state to disk.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public void Round(bool save, CancellationToken cancellationToken)
    {
        store.Metrics.SealWhenDue();
        slos.Evaluate();
        alerts.Evaluate(cancellationToken);
        TellLimits();
        if (save)
        {
            Save();
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_restored.Task.IsCompletedSuccessfully)
        {
            Save();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Run(() => store.Spans.Restore(stoppingToken), stoppingToken);
        await Task.Run(() => store.Logs.Restore(stoppingToken), stoppingToken);
        slos.IsRestored = true;
        // Reading the files has left garbage of their size, which an idle process would hold for good.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        _restored.SetResult();
        feed.Publish(TelemetrySignals.All);
        using var timer = new PeriodicTimer(s_round, clock);
        for (var round = 1; await timer.WaitForNextTickAsync(stoppingToken); round++)
        {
            try
            {
                Round(save: round % RoundsBetweenSaves == 0, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // One failed round must not end the loop: a full disk may have room again.
                LogFailed(exception);
            }
        }
    }

    private void Save()
    {
        errors.Save();
        slos.Save();
    }

    private void TellLimits()
    {
        foreach (var limit in resources.Limits())
        {
            if (limit.LastReached is { } reached && (!_told.TryGetValue(limit.Name, out var told) || reached - told >= s_limitPause))
            {
                _told[limit.Name] = reached;
                timeline.Record(new TimelineEvent(
                    reached, TimelineKind.LimitReached, $"The bound of {limit.Name} was reached", Resource: null, $"{limit.WhenReached} {limit.Setting} moves it.", Actor: null));
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Alerts, state or blocks of telemetry could not be brought up to date")]
    private partial void LogFailed(Exception exception);
}
