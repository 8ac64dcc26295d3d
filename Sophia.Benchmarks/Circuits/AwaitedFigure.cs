using System.Diagnostics;

namespace Sophia.Benchmarks.Circuits;

/// <summary>A figure's new value that every reader is to hear of, and how long it took to each.</summary>
/// <param name="value">The value as it is written in messages and on the page.</param>
/// <param name="readers">How many readers there are.</param>
internal sealed class AwaitedFigure(byte[] value, int readers)
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly long[] _arrivals = new long[readers];
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _missing = readers;

    /// <summary>Done when every reader has heard of it.</summary>
    public Task All => _all.Task;

    /// <summary>A reader got a message; only the first that brings the value counts.</summary>
    /// <param name="reader">The reader's number.</param>
    /// <param name="message">What it got.</param>
    public void Look(int reader, ReadOnlySpan<byte> message)
    {
        if (Volatile.Read(ref _arrivals[reader]) == 0 && message.IndexOf(value) >= 0
            && Interlocked.CompareExchange(ref _arrivals[reader], Stopwatch.GetTimestamp(), 0) == 0
            && Interlocked.Decrement(ref _missing) == 0)
        {
            _all.TrySetResult();
        }
    }

    /// <summary>How long it took to those readers that have heard of it.</summary>
    /// <param name="from">The first reader's number.</param>
    /// <param name="count">How many readers.</param>
    public IEnumerable<TimeSpan> Times(int from, int count) =>
        _arrivals.Skip(from).Take(count).Where(static arrival => arrival != 0).Select(arrival => Stopwatch.GetElapsedTime(_began, arrival));
}
