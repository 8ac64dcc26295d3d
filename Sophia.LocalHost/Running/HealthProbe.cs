using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Sophia.LocalHost.Running;

/// <summary>Turns a call that throws when something is wrong into a health entry.</summary>
internal static class HealthProbe
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<HealthEntry>> RunAsync(string name, Func<CancellationToken, Task> check, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_longest);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await check(limit.Token);
            return [new HealthEntry(name, HealthStatus.Healthy) { Duration = Milliseconds() }];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [new HealthEntry(name, HealthStatus.Unhealthy, $"no answer within {s_longest.TotalSeconds:0} s") { Duration = Milliseconds() }];
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return [new HealthEntry(name, HealthStatus.Unhealthy, error.Message) { Duration = Milliseconds(), Exception = $"{error.GetType().Name}: {error.Message}" }];
        }

        double Milliseconds() => Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1);
    }
}
