namespace Sophia.Integrations.Requests;

/// <summary>At most <paramref name="limit"/> requests in any stretch of <paramref name="length"/>. Not safe for use from several threads at once.</summary>
/// <param name="limit">Requests in one stretch; also the bound of what is remembered.</param>
/// <param name="length">The stretch.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class RollingWindow(int limit, TimeSpan length, TimeProvider clock)
{
    private readonly Queue<long> _taken = new();

    /// <summary>How long until a request may be sent; zero if at once.</summary>
    /// <param name="reserve">Requests that are to stay free for others.</param>
    public TimeSpan TimeUntilFree(int reserve)
    {
        var now = clock.GetTimestamp();
        while (_taken.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= length)
        {
            _taken.Dequeue();
        }

        var excess = _taken.Count - (limit - reserve);
        return excess < 0
            ? TimeSpan.Zero
            : length - clock.GetElapsedTime(_taken.ElementAt(excess), now);
    }

    /// <summary>Counts a request that is sent now.</summary>
    public void Take() => _taken.Enqueue(clock.GetTimestamp());
}
