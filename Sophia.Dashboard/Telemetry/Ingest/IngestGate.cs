namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>Bounds the memory of requests that are being received, and counts what became of them.</summary>
internal sealed class IngestGate(long bound, TimeProvider clock)
{
    private long _bytes;
    private long _refused;
    private long _lastRefused;

    /// <summary>How many bytes are held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many bytes may be held.</summary>
    public long Bound { get; } = bound;

    /// <summary>How many requests were refused.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>When one was last refused.</summary>
    public DateTimeOffset? LastRefused => Interlocked.Read(ref _lastRefused) is var ticks and not 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Takes room.</summary>
    /// <param name="bytes">How much.</param>
    /// <returns>Whether there was any.</returns>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= Bound)
        {
            return true;
        }

        Interlocked.Add(ref _bytes, -bytes);
        Interlocked.Increment(ref _refused);
        Interlocked.Exchange(ref _lastRefused, clock.GetUtcNow().UtcTicks);
        return false;
    }

    /// <summary>Gives room back.</summary>
    /// <param name="bytes">How much.</param>
    public void GiveBack(int bytes) => Interlocked.Add(ref _bytes, -bytes);
}
