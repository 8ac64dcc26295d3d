using System.Net.Http.Json;
using Sophia.Core.Dashboard;
using Sophia.LocalHost.Testing;

namespace Sophia.Benchmarks.Stack;

/// <summary>Starts stacks of this checkout for measurements, beside whatever else runs.</summary>
internal static class LocalStack
{
    /// <summary>The numbers of deals and revenue, once the history is loaded and shown.</summary>
    public static async Task<DashboardMetrics> ReadUntilLoadedAsync(HttpClient api, CancellationToken cancellationToken)
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

    public static Task<AppHostProcess> StartAsync(string instance, string[] settings, CancellationToken cancellationToken) =>
        AppHostProcess.StartAsync(Checkout, AppHost, instance, settings, cancellationToken);

    /// <summary>Removes what a stack of that name has left.</summary>
    public static void Delete(string instance)
    {
        var folder = FolderOf(instance);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Where a stack of that name keeps what it knows.</summary>
    public static string FolderOf(string instance) => Path.Combine(Checkout, ".sophia", instance);

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
}
