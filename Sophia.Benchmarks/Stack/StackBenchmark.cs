using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Sophia.Core.Dashboard;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Testing;

namespace Sophia.Benchmarks.Stack;

/// <summary>
/// What a developer waits for: the backfill with and without HubSpot's limits, the second start, the stop, the memory of
/// the idle stack, and what is left of it after its host was killed.
/// </summary>
internal static class StackBenchmark
{
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(2);
    private static readonly string[] s_still = ["Sandbox:LivingInterval=off"];

    /// <param name="arguments">None.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        await MeasureBackfillAsync("limits off", [.. s_still, "Sandbox:RateLimits=off"], keep: "bench-off", cancellationToken);
        await MeasureBackfillAsync("HubSpot's limits", s_still, keep: null, cancellationToken);
        await MeasureSecondStartAsync("bench-off", cancellationToken);
        await MeasureKillAsync("bench-off", cancellationToken);
        return 0;
    }

    private static async Task MeasureBackfillAsync(string name, string[] settings, string? keep, CancellationToken cancellationToken)
    {
        var instance = keep ?? "bench-on";
        Delete(instance);
        await using var host = await StartAsync(instance, settings, cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken, "postgres", "sophiadb", "cache", "bus", "sandbox", "api");
        using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
        var agents = (await host.ReadResourceAsync("agents", cancellationToken)).Started;
        var answer = await ReadUntilLoadedAsync(api, cancellationToken);
        var loaded = TimeProvider.System.GetUtcNow();
        Console.WriteLine(Invariant(
            $"backfill, {name}: {answer.Metrics[0].Value:0} deals in {(loaded - agents!.Value).TotalSeconds:0.0} s from the agents' start to complete figures"));
        await host.StopAsync(cancellationToken);
        if (keep is null)
        {
            Delete(instance);
        }
    }

    private static async Task MeasureSecondStartAsync(string instance, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var host = await StartAsync(instance, [.. s_still, "Sandbox:RateLimits=off"], cancellationToken);
        await host.WaitUntilReadyAsync(cancellationToken);
        Console.WriteLine(Invariant($"second start to every resource healthy: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));

        await Task.Delay(s_settle, cancellationToken);
        var memory = ProcessMemory.ReadProportionalSetSize([host.ProcessId, .. host.Descendants()]);
        Console.WriteLine(Invariant($"idle stack: {memory / 1e9:0.00} GB PSS"));

        var stopping = Stopwatch.GetTimestamp();
        await host.StopAsync(cancellationToken);
        Console.WriteLine(Invariant($"stop: {Stopwatch.GetElapsedTime(stopping).TotalSeconds:0.0} s"));
    }

    private static async Task MeasureKillAsync(string instance, CancellationToken cancellationToken)
    {
        decimal? before;
        IReadOnlyList<int> processes;
        await using (var host = await StartAsync(instance, [.. s_still, "Sandbox:RateLimits=off"], cancellationToken))
        {
            await host.WaitUntilReadyAsync(cancellationToken);
            using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
            before = (await ReadUntilLoadedAsync(api, cancellationToken)).Metrics[1].Value;
            processes = host.Descendants();
            host.Kill();
            await Task.Delay(s_grace, cancellationToken);
            Console.WriteLine($"kill -9 of the host: {processes.Count(ProcessTree.IsRunning)} of {processes.Count} processes left after 2 s");
        }

        await using var next = await StartAsync(instance, [.. s_still, "Sandbox:RateLimits=off"], cancellationToken);
        await next.WaitUntilReadyAsync(cancellationToken);
        using var nextApi = new HttpClient { BaseAddress = next.AddressOf("api") };
        var after = (await ReadUntilLoadedAsync(nextApi, cancellationToken)).Metrics[1].Value;
        Console.WriteLine(Invariant($"next start: revenue {after:0} (before the kill: {before:0})"));
        await next.StopAsync(cancellationToken);
        Delete(instance);
    }

    private static async Task<DashboardMetrics> ReadUntilLoadedAsync(HttpClient api, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await api.GetFromJsonAsync(
                "/api/v1/dashboard/metrics?metrics=deals.created,revenue.won&from=2020-01-01", DashboardJson.Default.DashboardMetrics, cancellationToken);
            if (answer!.Freshness.Status == FreshnessStatus.Fresh)
            {
                return answer;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    private static Task<AppHostProcess> StartAsync(string instance, string[] settings, CancellationToken cancellationToken) =>
        AppHostProcess.StartAsync(Checkout, AppHost, instance, settings, cancellationToken);

    private static void Delete(string instance)
    {
        var folder = Path.Combine(Checkout, ".sophia", instance);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Checkout { get; } = FindCheckout();

    private static string AppHost { get; } = Path.Combine(
        FindCheckout(), "Sophia.AppHost", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Sophia.AppHost.dll");

    private static string FindCheckout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!folder!.EnumerateFiles("Sophia.sln").Any())
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
