namespace Sophia.LocalHost.Running;

/// <summary>Stops everything within five seconds: those that depend on others first, so that nobody loses its server before its end.</summary>
internal static class OrderlyStop
{
    private static readonly TimeSpan s_projects = TimeSpan.FromSeconds(0.9);
    private static readonly TimeSpan s_servers = TimeSpan.FromSeconds(1.8);

    public static async Task RunAsync(IReadOnlyList<Supervisor> supervisors)
    {
        var remaining = supervisors.ToList();
        while (remaining.Count > 0)
        {
            var needed = remaining.SelectMany(s => s.Workload.Dependencies).Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
            // A circle of waits never started, so its members may stop in any order.
            var round = remaining.Where(s => !needed.Contains(s.Name)).ToList() is { Count: > 0 } free ? free : remaining;
            // Servers that nobody of the model waits for still go last.
            round = round.Exists(s => s.Workload is ProjectWorkload) ? [.. round.Where(s => s.Workload is ProjectWorkload)] : round;
            await Task.WhenAll(round.Select(s => s.StopAsync(s.Workload is ProjectWorkload ? s_projects : s_servers)));
            remaining = [.. remaining.Except(round)];
        }
    }
}
