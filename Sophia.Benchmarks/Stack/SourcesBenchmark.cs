using System.Globalization;
using System.Net.Http.Json;
using Sophia.Core.Dashboard;
using Sophia.Core.Integrations;

namespace Sophia.Benchmarks.Stack;

/// <summary>How long each source system's history takes, all of them read at once, without and with the vendors' limits.</summary>
internal static class SourcesBenchmark
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);

    /// <param name="arguments">Settings of the stack, for example <c>Sandbox:Calls=3000</c>.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        string[] limits = ["Sandbox:LivingInterval=off", .. arguments];
        await MeasureAsync("limits off", [.. limits, "Sandbox:RateLimits=off"], cancellationToken);
        await MeasureAsync("vendors' limits", limits, cancellationToken);
        return 0;
    }

    private static async Task MeasureAsync(string name, string[] settings, CancellationToken cancellationToken)
    {
        const string Instance = "bench-sources";
        LocalStack.Delete(Instance);
        await using (var host = await LocalStack.StartAsync(Instance, settings, cancellationToken))
        {
            await host.WaitUntilReadyAsync(cancellationToken, "postgres", "sophiadb", "cache", "bus", "sandbox", "api");
            using var api = new HttpClient { BaseAddress = host.AddressOf("api") };
            var agents = (await host.ReadResourceAsync("agents", cancellationToken)).Started!.Value;
            await WaitForHistoriesAsync(name, api, agents, cancellationToken);
            await WaitForFiguresAsync(name, api, agents, cancellationToken);
            await host.StopAsync(cancellationToken);
        }

        LocalStack.Delete(Instance);
    }

    private static async Task WaitForHistoriesAsync(string name, HttpClient api, DateTimeOffset since, CancellationToken cancellationToken)
    {
        HashSet<string> loaded = new(StringComparer.Ordinal);
        while (true)
        {
            var page = await api.GetFromJsonAsync("/api/v1/integrations", IntegrationsJson.Default.PageIntegration, cancellationToken);
            foreach (var source in page!.Items.Where(source => source.HistoryLoaded && loaded.Add(source.Connection)))
            {
                Report(name, $"{source.Connection}: {source.Loaded} objects read", since);
            }

            if (page.Items.Count > 0 && loaded.Count == page.Items.Count)
            {
                return;
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    // Figures are complete once everything that was read has been projected.
    private static async Task WaitForFiguresAsync(string name, HttpClient api, DateTimeOffset since, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await api.GetFromJsonAsync(
                "/api/v1/dashboard/metrics?metrics=revenue.won,calls.held,people.headcount&from=2020-01-01", DashboardJson.Default.DashboardMetrics, cancellationToken);
            if (answer!.Freshness.Status == FreshnessStatus.Fresh)
            {
                Report(name, string.Create(CultureInfo.InvariantCulture, $"all figures complete ({string.Join(", ", answer.Metrics.Select(metric => $"{metric.Value:0}"))})"), since);
                return;
            }

            await Task.Delay(s_pause, cancellationToken);
        }
    }

    private static void Report(string name, string what, DateTimeOffset since) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{name}: {what} {(TimeProvider.System.GetUtcNow() - since).TotalSeconds:0.0} s after the agents' start"));
}
