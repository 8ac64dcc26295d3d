namespace Sophia.Sandbox.Living;

/// <summary>Gives changes their moments. Not safe for concurrent use: the store holds the lock.</summary>
/// <param name="clock">Tells the time.</param>
/// <param name="last">The moment of the last change: a burst pushes changes ahead of the clock, also ahead of the next start's.</param>
internal sealed class ChangeClock(TimeProvider clock, DateTimeOffset last)
{
    private DateTimeOffset _last = last;

    /// <summary>The clock, pushed on by a millisecond where two changes would share a moment: readers page on it.</summary>
    public DateTimeOffset Next()
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        return _last = now > _last ? now : _last.AddMilliseconds(1);
    }
}
