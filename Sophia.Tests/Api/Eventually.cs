using System.Diagnostics;

namespace Sophia.Tests.Api;

/// <summary>Waits for what comes by itself, and fails with the last value seen when it does not come.</summary>
internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    public static async Task<T> GetAsync<T>(Func<Task<T>> read, Predicate<T> condition)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var value = await read();
            if (condition(value))
            {
                return value;
            }

            if (watch.Elapsed > s_patience)
            {
                throw new TimeoutException($"Still {value} after {s_patience.TotalSeconds} seconds.");
            }

            await Task.Delay(s_pause, TestContext.Current.CancellationToken);
        }
    }
}
