using System.Security.Cryptography;

namespace Sophia.Agents.Work;

/// <summary>Pauses between attempts that fail: twice as long each time, half of it by chance so that replicas don't come back together.</summary>
/// <param name="first">The longest that the first pause may be.</param>
/// <param name="longest">The longest that any pause may be.</param>
internal sealed class Backoff(TimeSpan first, TimeSpan longest)
{
    // Enough to reach any longest pause, few enough not to overflow.
    private const int MostDoublings = 16;

    private int _failures;

    public void Reset() => _failures = 0;

    /// <summary>The next pause.</summary>
    public TimeSpan Next()
    {
        var doubled = first * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        var pause = doubled < longest ? doubled : longest;
        return pause / 2 + pause / 2 * (RandomNumberGenerator.GetInt32(1_000) / 1_000d);
    }
}
