using System.Diagnostics;
using System.Globalization;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Testing;

namespace Sophia.Benchmarks.Stack;

/// <summary>
/// What a developer waits for: the backfill with and without HubSpot's limits, the second start, the stop, the memory of
/// the idle stack, and what is left of it after its host was killed.
/// </summary>
internal static class StackBenchmark
{
    private const string Instance = "bench";
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);
    private static readonly string[] s_still = ["Sandbox:LivingInterval=off"];
    private static readonly string[] s_hubSpotAlone = ["Gong:Enabled=false", "BambooHr:Enabled=false"];

    /// <param name="arguments">Settings of the stack, for example <c>LocalHost:Replicas=1</c>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        string[] limits = [.. s_still, .. arguments];
        string[] noLimits = [.. limits, "Sandbox:RateLimits=off"];
        await MeasureBackfillAsync("limits off", [.. noLimits, .. s_hubSpotAlone], cancellationToken);
        await MeasureBackfillAsync("HubSpot's limits", [.. limits, .. s_hubSpotAlone], cancellationToken);
        await LoadWholeCompanyAsync(noLimits, cancellationToken);
        await MeasureSecondStartAsync(noLimits, cancellationToken);
        await MeasureKillAsync(noLimits, cancellationToken);
        return 0;
    }

    private static async Task MeasureBackfillAsync(string name, string[] settings, CancellationToken cancellationToken)
    {
        LocalStack.Delete(Instance);
        await using var host = await LocalStack.StartAsync(Instance, settings, cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken, "postgres", "sophiadb", "cache", "bus", "sandbox", "api");
        using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
        var agents = (await host.ReadResourceAsync("agents", cancellationToken)).Started;
        var answer = await LocalStack.ReadUntilLoadedAsync(api, cancellationToken);
        var loaded = TimeProvider.System.GetUtcNow();
        Console.WriteLine(Invariant(
            $"backfill, {name}: {answer.Metrics[0].Value:0} deals in {(loaded - agents!.Value).TotalSeconds:0.0} s from the agents' start to complete figures"));
        Console.WriteLine($"  processor time until then: {await ReadProcessorTimesAsync(host, cancellationToken)}");
        await host.StopAsync(cancellationToken);
        LocalStack.Delete(Instance);
    }

    // All systems are healthy once their histories are loaded.
    private static async Task LoadWholeCompanyAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var host = await LocalStack.StartAsync(Instance, settings, cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken);
        await host.StopAsync(cancellationToken);
    }

    private static async Task MeasureSecondStartAsync(string[] settings, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = await LocalStack.StartAsync(Instance, settings, cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken);
        Console.WriteLine(Invariant($"second start to every resource healthy: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));

        await Task.Delay(s_settle, cancellationToken);
        var memory = ProcessMemory.ReadProportionalSetSize([host.ProcessId, .. host.Descendants()]);
        Console.WriteLine(Invariant($"idle stack: {memory / 1e9:0.00} GB PSS"));

        var stopping = Stopwatch.GetTimestamp();
        await host.StopAsync(cancellationToken);
        Console.WriteLine(Invariant($"stop: {Stopwatch.GetElapsedTime(stopping).TotalSeconds:0.0} s"));
    }

    private static async Task MeasureKillAsync(string[] settings, CancellationToken cancellationToken)
    {
        decimal? before;
        IReadOnlyList<int> processes;
        await using (var host = await LocalStack.StartAsync(Instance, settings, cancellationToken))
        {
            await host.WaitUntilReadyAsync(cancellationToken);
            using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
            before = (await LocalStack.ReadUntilLoadedAsync(api, cancellationToken)).Metrics[1].Value;
            processes = host.Descendants();
            host.Kill();
            await Task.Delay(s_grace, cancellationToken);
            Console.WriteLine($"kill -9 of the host: {processes.Count(ProcessTree.IsRunning)} of {processes.Count} processes left after 2 s");
        }

        await using var next = await LocalStack.StartAsync(Instance, settings, cancellationToken);
        await next.WaitUntilReadyAsync(cancellationToken);
        using var nextApi = new HttpClient { BaseAddress = next.AddressOf("api") };
        var after = (await LocalStack.ReadUntilLoadedAsync(nextApi, cancellationToken)).Metrics[1].Value;
        Console.WriteLine(Invariant($"next start: revenue {after:0} (before the kill: {before:0})"));
        await next.StopAsync(cancellationToken);
        LocalStack.Delete(Instance);
    }

    /// <summary>What each process has used, the hungriest first.</summary>
    private static async Task<string> ReadProcessorTimesAsync(AppHostProcess host, CancellationToken cancellationToken)
    {
        var processes = (await host.ReadResourcesAsync(cancellationToken)).Where(row => row.Pid is not null).ToDictionary(row => row.Pid!.Value, row => row.Name);
        var trees = ProcessTree.TreesOf(processes.Keys);
        return string.Join(", ", trees.OrderByDescending(tree => tree.Value.Processor).Select(tree => Invariant($"{processes[tree.Key]} {tree.Value.Processor.TotalSeconds:0.0} s")));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
