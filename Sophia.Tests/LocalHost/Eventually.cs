using System.Diagnostics;

namespace Sophia.Tests.LocalHost;

internal static class Eventually
{
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns whether the condition came true in time; for what only <c>/proc</c> knows, which signals nobody.</summary>
    public static async Task<bool> IsTrueAsync(Func<bool> condition, TimeSpan within)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > within)
            {
                return false;
            }

            await Task.Delay(s_between, TestContext.Current.CancellationToken);
        }

        return true;
    }
}
