using System.Security.Cryptography;

namespace Sophia.Web.Live;

/// <summary>How long to wait before the next attempt to connect.</summary>
internal static class Backoff
{
    /// <summary>The longest wait.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan s_first = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Doubles with each failure in a row. Between half of it and all of it, by chance, so that the pages of a restarted
    /// API do not all come back in the same moment.
    /// </summary>
    /// <param name="failures">How many attempts failed in a row, from 1 on.</param>
    public static TimeSpan After(int failures)
    {
        // The shift is bounded by the longest wait: 250 ms times 2^6 is beyond it.
        var whole = Math.Min(s_first.TotalMilliseconds * (1 << Math.Clamp(failures - 1, 0, 6)), Longest.TotalMilliseconds);
        var half = (int)(whole / 2);
        return TimeSpan.FromMilliseconds(half + RandomNumberGenerator.GetInt32(half + 1));
    }
}
