namespace Sophia.Sandbox.Wire;

/// <summary>At most <paramref name="limit"/> requests in any stretch of <paramref name="length"/>. Holds one timestamp per granted request.</summary>
internal sealed class RollingWindow(int limit, TimeSpan length, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<long> _granted = new(limit);

    /// <summary>Takes one request, or says that none is left; <paramref name="remaining"/> is what is left afterwards.</summary>
    public bool TryTake(out int remaining)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            while (_granted.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= length)
            {
                _granted.Dequeue();
            }

            var taken = _granted.Count < limit;
            if (taken)
            {
                _granted.Enqueue(now);
            }

            remaining = limit - _granted.Count;
            return taken;
        }
    }
}
