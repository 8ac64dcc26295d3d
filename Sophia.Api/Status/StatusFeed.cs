using System.Runtime.CompilerServices;
using System.Text.Json;
using Sophia.Api.Live;
using Sophia.Core.Status;

namespace Sophia.Api.Status;

/// <summary>What one reader of <c>/ws/status</c> is told: everything once, then what differs from what it was told.</summary>
internal sealed class StatusFeed(StatusMonitor monitor) : ILiveFeed
{
    private SystemStatus? _seen;
    private long _sequence;

    public KeyValuePair<string, object?> Tag { get; } = new("channel", "status");

    public RentedBuffer? Handle(ReadOnlySpan<byte> request) => Write(new StatusMessage.Refusal
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["request"] = ["This channel takes no requests."] },
    });

    public async IAsyncEnumerable<RentedBuffer> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var status = monitor.Announced;
        if (_seen is null)
        {
            yield return Write(new StatusMessage.Snapshot { Sequence = ++_sequence, Data = status });
        }
        else if (!ReferenceEquals(_seen, status))
        {
            yield return Write(StatusDifference.Between(_seen, status, ++_sequence));
        }

        // Behind the message: a reader that it did not reach is gone, and its numbers with it.
        _seen = status;
        await Task.CompletedTask;
    }

    private static RentedBuffer Write(StatusMessage message)
    {
        var frame = new RentedBuffer();
        using var writer = new Utf8JsonWriter(frame);
        JsonSerializer.Serialize(writer, message, StatusJson.Default.StatusMessage);
        return frame;
    }
}
