using System.Diagnostics;

namespace Sophia.Tests.Infrastructure;

/// <summary>Waits for something that is seen from outside and sends no signal; bounded, and it says what it last saw.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <param name="observe">Looks; an unreachable server counts as not yet.</param>
    /// <param name="isExpected">Whether it is what is waited for.</param>
    /// <param name="within">The longest wait.</param>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> observe, Func<T, bool> isExpected, TimeSpan within)
    {
        var started = Stopwatch.GetTimestamp();
        object? last = null;
        while (Stopwatch.GetElapsedTime(started) < within)
        {
            try
            {
                var seen = await observe();
                if (isExpected(seen))
                {
                    return seen;
                }

                last = seen;
            }
            catch (HttpRequestException unreachable)
            {
                last = unreachable.Message;
            }

            await Task.Delay(s_pause, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Not seen within {within.TotalSeconds:0.#} s; last: {last}");
    }
}
