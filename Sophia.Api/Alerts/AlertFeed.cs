using System.Runtime.CompilerServices;
using System.Text.Json;
using Sophia.Api.Live;
using Sophia.Core.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>What one reader of <c>/ws/alerts</c> is told: what goes on, or what it missed, then what changes.</summary>
/// <param name="updates">Knows the alerts.</param>
/// <param name="lastSequence">The last number that the reader has seen, or null for a new one.</param>
internal sealed class AlertFeed(AlertUpdates updates, long? lastSequence) : ILiveFeed
{
    private long? _seen = lastSequence;
    private bool _resuming = lastSequence is not null;

    public KeyValuePair<string, object?> Tag { get; } = new("channel", "alerts");

    public RentedBuffer? Handle(ReadOnlySpan<byte> request) => Write(new AlertMessage.Refusal
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["request"] = ["This channel takes no requests."] },
    });

    public async IAsyncEnumerable<RentedBuffer> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var board = updates.Board;
        // A number that this replica cannot know belongs to another history, or to a reader that was away for too long.
        if (_seen is not { } seen || seen < board.Floor || (_resuming && seen > board.Sequence))
        {
            yield return Write(new AlertMessage.Snapshot { Sequence = board.Sequence, Alerts = board.Open });
        }
        else
        {
            foreach (var alert in board.Recent.Where(alert => alert.Sequence > seen))
            {
                yield return Write(Tell(alert, seen));
            }

            if (_resuming)
            {
                yield return Write(new AlertMessage.Resumed { Sequence = board.Sequence });
            }
        }

        _resuming = false;
        _seen = board.Sequence;
        await Task.CompletedTask;
    }

    private static AlertMessage Tell(Alert alert, long seen) =>
        alert.ResolvedAt is not null ? new AlertMessage.Resolved { Sequence = alert.Sequence, Alert = alert }
        : alert.OpenedSequence > seen ? new AlertMessage.Opened { Sequence = alert.Sequence, Alert = alert }
        : new AlertMessage.Changed { Sequence = alert.Sequence, Alert = alert };

    private static RentedBuffer Write(AlertMessage message)
    {
        var frame = new RentedBuffer();
        using var writer = new Utf8JsonWriter(frame);
        JsonSerializer.Serialize(writer, message, AlertsJson.Default.AlertMessage);
        return frame;
    }
}
