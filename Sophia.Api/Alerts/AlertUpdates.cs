using Sophia.Api.Lists;
using Sophia.Api.Live;
using Sophia.Data.Alerts;
using Sophia.Data.EventLog;

namespace Sophia.Api.Alerts;

/// <summary>Keeps this replica's board current and wakes the channel's readers.</summary>
internal sealed partial class AlertUpdates(AlertReader reader, LogSignal signal, LiveSockets sockets, ILogger<AlertUpdates> logger) : BackgroundService
{
    // How far back a reader may have been away at a replica that has just started.
    private const int Memory = 256;

    private const int MostAtOnce = 200;

    // Stands behind the announcements, should one be missed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(2);

    private volatile AlertBoard _board = AlertBoard.Of([], [], 0);

    /// <summary>The alerts as they are known now.</summary>
    public AlertBoard Board => _board;

    /// <summary>The channel's open sockets.</summary>
    public LiveSockets Sockets => sockets;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first reader comes, so that none is told that all is well by a replica that has not looked.
        var floor = Math.Max(0, await reader.ReadSequenceAsync(cancellationToken) - Memory);
        var open = await reader.ReadAsync(new() { Open = true }, after: null, ListParameters.LargestLimit, cancellationToken);
        _board = AlertBoard.Of(open, await reader.ReadSinceAsync(floor, Memory * 2, cancellationToken), floor);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signal.WaitAsync(AlertChannels.Changed, s_sweep, stoppingToken);
            try
            {
                while (await reader.ReadSinceAsync(_board.Sequence, MostAtOnce, stoppingToken) is { Count: > 0 } changed)
                {
                    _board = _board.With(changed);
                    sockets.WakeAll();
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // Postgres may be away for a moment: the next look finds what this one missed.
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A look for alerts failed; the next one follows")]
    private partial void LogFailed(Exception exception);
}
