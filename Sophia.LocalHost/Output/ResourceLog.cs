using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Sophia.LocalHost.Output;

/// <summary>What one resource wrote: the newest lines in memory, more of them in a file, and those who follow along.</summary>
/// <param name="file">The log file.</param>
/// <param name="clock">Dates the lines.</param>
internal sealed class ResourceLog(string file, TimeProvider clock) : IDisposable
{
    // About 1 MB per resource; the file holds more.
    public const int Capacity = 10_000;
    // A follower who does not keep up loses the oldest lines that it has not read.
    private const int FollowerCapacity = 10_000;
    private readonly Lock _lock = new();
    private readonly Queue<LogLine> _lines = [];
    // One per open request of the control API.
    private readonly List<Channel<LogLine>> _followers = [];
    private readonly RotatingFile _file = new(file);
    private long _sequence;

    public void Append(string text, bool isError)
    {
        lock (_lock)
        {
            var line = new LogLine(++_sequence, clock.GetUtcNow(), isError, text);
            if (_lines.Count == Capacity)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line);
            _file.Write($"{line.Time:yyyy-MM-ddTHH:mm:ss.fffZ} {text}");
            foreach (var follower in _followers)
            {
                follower.Writer.TryWrite(line);
            }
        }
    }

    /// <summary>The newest lines, oldest first.</summary>
    public IReadOnlyList<LogLine> Tail(int count)
    {
        lock (_lock)
        {
            return [.. _lines.Skip(Math.Max(0, _lines.Count - count))];
        }
    }

    /// <summary>The newest lines and then every new one, until cancelled.</summary>
    public async IAsyncEnumerable<LogLine> FollowAsync(int tail, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(FollowerCapacity) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (_lock)
        {
            foreach (var line in Tail(tail))
            {
                channel.Writer.TryWrite(line);
            }

            _followers.Add(channel);
        }

        try
        {
            await foreach (var line in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return line;
            }
        }
        finally
        {
            lock (_lock)
            {
                _followers.Remove(channel);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
