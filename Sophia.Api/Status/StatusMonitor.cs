using Sophia.Api.Dashboard;
using Sophia.Api.Live;
using Sophia.Core.Status;
using Sophia.Data.Status;

namespace Sophia.Api.Status;

/// <summary>Knows how Sophia is, at two queries a second however many ask, and wakes the channel's readers when that changes.</summary>
internal sealed partial class StatusMonitor(
    HeartbeatStore heartbeats, MaintenanceStore maintenance, FreshnessMonitor freshness, LiveSockets sockets, TimeProvider clock, ILogger<StatusMonitor> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    // Answer times and latencies differ with every look; telling each time would drown what matters.
    private static readonly TimeSpan s_detailInterval = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan s_foresight = TimeSpan.FromDays(7);

    private volatile SystemStatus _current = new()
    {
        Health = ServiceHealth.Unknown, Services = [], Sources = [], Latency = null, Maintenance = [],
    };

    private volatile SystemStatus? _announced;
    private DateTimeOffset _announcedAt;

    /// <summary>The last look.</summary>
    public SystemStatus Current => _current;

    /// <summary>What readers of the channel are to know; the same object while there is nothing new to tell.</summary>
    public SystemStatus Announced => _announced ?? _current;

    /// <summary>The channel's open sockets.</summary>
    public LiveSockets Sockets => sockets;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request is taken, so that no answer is given of what nobody has looked at.
        await RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <summary>Looks again.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        SystemStatus status;
        try
        {
            status = StatusJudge.Judge(
                await heartbeats.ReadAsync(cancellationToken),
                freshness.Current.Value,
                await maintenance.ReadPendingAsync(now, now + s_foresight, cancellationToken),
                now);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogBlind(exception);
            status = StatusJudge.Blind(_current, "Sophia's database does not answer.");
        }

        _current = status;
        if (_announced is { } announced
            && (StatusDifference.IsSame(announced, status)
                || (StatusDifference.IsSameButForDetails(announced, status) && now - _announcedAt < s_detailInterval)))
        {
            return;
        }

        _announced = status;
        _announcedAt = now;
        sockets.WakeAll();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await RefreshAsync(stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The signs of life could not be read")]
    private partial void LogBlind(Exception exception);
}
