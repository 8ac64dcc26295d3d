using System.Security.Cryptography;

namespace Sophia.Agents.Work;

/// <summary>Pauses between attempts that fail: twice as long each time, half of it by chance so that replicas don't come back together.</summary>
/// <param name="first">The longest that the first pause may be.</param>
/// <param name="longest">The longest that any pause may be.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    private TimeSpan _next = first;

    public void Reset() => _next = first;

    /// <summary>The next pause.</summary>
    public TimeSpan Next()
    {
        var pause = _next;
        _next = _next * 2 < longest ? _next * 2 : longest;
        return pause / 2 + pause / 2 * (RandomNumberGenerator.GetInt32(1_000) / 1_000d);
    }
}
