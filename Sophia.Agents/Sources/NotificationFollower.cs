using Sophia.Core.Events;
using Sophia.Core.Telemetry;
using Sophia.Data.EventLog;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>Reads what a source's webhooks pointed at and appends it, together with how far the webhooks have been followed.</summary>
internal sealed partial class NotificationFollower(
    ISourceConnector connector, EventReader reader, EventAppender appender, SourceReport report, TimeProvider clock, ILogger logger)
{
    // One round holds at most this many; they point at no more objects than that.
    private const int MostNotifications = 500;

    // A rejection may be the source's own short confusion, for example about an object that was just made.
    private const int AttemptsTogether = 3;

    private readonly string _name = $"notifications:{connector.Connection}";
    private LogPosition? _position;
    private int _rejections;

    /// <summary>Follows the next notifications; returns how many, 0 when there are none.</summary>
    public async Task<int> FollowNextAsync(CancellationToken cancellationToken)
    {
        var after = _position ??= await reader.FindCheckpointAsync(_name, cancellationToken);
        var notifications = await reader.ReadAsync(after, connector.NotificationKind, MostNotifications, cancellationToken);
        if (notifications.Count == 0)
        {
            return 0;
        }

        if (notifications.Count < MostNotifications)
        {
            // Changes come in bursts, and one call reads a hundred objects as fast as one.
            await Task.Delay(connector.GatherFor, clock, cancellationToken);
            notifications = await reader.ReadAsync(after, connector.NotificationKind, MostNotifications, cancellationToken);
        }

        using var span = ChangeTrace.ContinueAll("follow notifications", notifications.Select(static notification => notification.TraceParent));
        span?.SetTag("sophia.connection", connector.Connection);
        span?.SetTag("sophia.events", notifications.Count);
        try
        {
            await FollowAsync(notifications, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            span.Fail(exception);
            throw;
        }

        return notifications.Count;
    }

    private async Task FollowAsync(IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken)
    {
        var events = _rejections < AttemptsTogether
            ? await ReadTogetherAsync(notifications, cancellationToken)
            : await ReadOneByOneAsync(notifications, cancellationToken);
        var position = notifications[^1].Position;
        await appender.AppendAsync(events, cursor: null, new ReaderCheckpoint(_name, position), cancellationToken);
        _position = position;
        _rejections = 0;
    }

    // Repeating helps where the source is away, not where it rejects what is asked or answers what cannot be understood.
    private static bool IsPoison(Exception exception) =>
        exception is not (OperationCanceledException or SourceException { Failure: not SourceFailure.Rejected });

    private async Task<IReadOnlyList<NewEvent>> ReadTogetherAsync(IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken)
    {
        try
        {
            return await connector.ReadNotifiedAsync(notifications, cancellationToken);
        }
        catch (Exception exception) when (IsPoison(exception))
        {
            _rejections++;
            throw;
        }
    }

    /// <summary>Finds the notifications that block the others and leaves them behind; they stay in the event log.</summary>
    private async Task<IReadOnlyList<NewEvent>> ReadOneByOneAsync(IReadOnlyList<LoggedEvent> notifications, CancellationToken cancellationToken)
    {
        List<NewEvent> events = [];
        foreach (var notification in notifications)
        {
            try
            {
                events.AddRange(await connector.ReadNotifiedAsync([notification], cancellationToken));
            }
            catch (Exception exception) when (IsPoison(exception))
            {
                LogParked(exception, notification.Stream.ExternalId, notification.Position.Position);
                await report.ParkAsync(exception.Message, cancellationToken);
            }
        }

        return events;
    }

    [LoggerMessage(LogLevel.Error, "Notification {Notification} at {Position} of the event log is left behind")]
    private partial void LogParked(Exception exception, string notification, long position);
}
