using System.Diagnostics;
using Sophia.Agents.Work;
using Sophia.Core.Telemetry;
using Sophia.Data.EventLog;
using Sophia.Data.Sources;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>
/// Reads every connected source. Pull and notifications of a source run under one lease, because they share its request
/// limit, which only one process can keep count of.
/// </summary>
internal sealed class SourceWorker(
    IEnumerable<ISourceConnector> connectors, LeasedWork leased, WorkLoop loop, EventAppender appender, EventReader reader, SyncCursors cursors,
    SourceStatusStore statuses, SyncRequests requests, Func<LogSignal> newSignal, TimeProvider clock, ILogger<SourceWorker> logger) : BackgroundService
{
    // Stands behind the announcements, should one be missed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(connectors.Select(connector => ReadAsync(connector, stoppingToken)));

    private async Task ReadAsync(ISourceConnector connector, CancellationToken stoppingToken)
    {
        using var signal = newSignal();
        await leased.RunAsync($"source:{connector.Connection}", held => ReadAsync(connector, signal, held), stoppingToken);
    }

    private async Task ReadAsync(ISourceConnector connector, LogSignal signal, CancellationToken cancellationToken)
    {
        using var report = new SourceReport(connector, statuses, clock);
        await report.LoadAsync(cancellationToken);
        await requests.AnnounceAsync(connector.Connection, connector.NotificationKind, connector.PollInterval, cancellationToken);
        await Task.WhenAll(
            PullAsync(connector, report, signal, cancellationToken),
            FollowNotificationsAsync(connector, report, signal, cancellationToken));
    }

    private Task PullAsync(ISourceConnector connector, SourceReport report, LogSignal signal, CancellationToken cancellationToken)
    {
        var sync = new SourceSync(connector, appender, cursors, report);
        return loop.RunAsync(
            $"Reading {connector.Connection}",
            async token =>
            {
                var wish = await requests.TakeAsync(connector.Connection, token);
                await SyncAsync(sync, wish, token);
                await WaitForNextAsync(connector, signal, token);
            },
            cancellationToken);
    }

    // Only what somebody asked for is a trace of its own: a history would be one of thousands of requests.
    private static async Task SyncAsync(SourceSync sync, string? wish, CancellationToken cancellationToken)
    {
        using var span = ChangeTrace.Continue("sync", ActivityKind.Consumer, wish);
        try
        {
            await sync.RunOnceAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            span.Fail(exception);
            throw;
        }
    }

    /// <summary>Waits for the next look for changes, or until somebody asks for one.</summary>
    private async Task WaitForNextAsync(ISourceConnector connector, LogSignal signal, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var left = connector.PollInterval;
        while (left > TimeSpan.Zero && !await requests.IsWaitingAsync(connector.Connection, cancellationToken))
        {
            await signal.WaitAsync(SyncRequests.Channel, left, cancellationToken);
            left = connector.PollInterval - clock.GetElapsedTime(began);
        }
    }

    private Task FollowNotificationsAsync(
        ISourceConnector connector, SourceReport report, LogSignal signal, CancellationToken cancellationToken)
    {
        var follower = new NotificationFollower(connector, reader, appender, report, clock, logger);
        return loop.RunAsync(
            $"Following notifications of {connector.Connection}",
            async token =>
            {
                while (await follower.FollowNextAsync(token) > 0)
                {
                }

                await signal.WaitAsync(EventAppender.Channel, s_sweep, token);
            },
            cancellationToken);
    }
}
