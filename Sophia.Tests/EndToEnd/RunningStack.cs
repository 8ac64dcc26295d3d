using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sophia.Core.Dashboard;
using Sophia.LocalHost.Testing;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

/// <summary>The whole of Sophia as a newcomer starts it, on other ports and other data, with a small company that stands still.</summary>
public sealed class RunningStack : IAsyncDisposable
{
    private static readonly string[] s_smallAndStill =
        ["LocalHost:Dashboard=false", "Sandbox:Deals=2000", "Sandbox:Companies=400", "Sandbox:Calls=1000", "Sandbox:Transcripts=100", "Sandbox:RateLimits=off", "Sandbox:LivingInterval=off"];

    private readonly AppHostProcess _host;

    /// <summary>A company of few deals and hardly a call, for tests that ask nothing of its history.</summary>
    internal static IReadOnlyList<string> DealsAlone { get; } =
        ["Sandbox:Deals=200", "Sandbox:Companies=50", "Sandbox:Calls=50", "Sandbox:Transcripts=5"];

    private RunningStack(AppHostProcess host)
    {
        _host = host;
        Api = new HttpClient { BaseAddress = host.AddressOf("api") };
        Sandbox = new HttpClient { BaseAddress = host.AddressOf("sandbox") };
        Web = host.AddressOf("web");
    }

    /// <summary>The host, for those who need more of it.</summary>
    internal AppHostProcess Host => _host;

    public HttpClient Api { get; }

    public HttpClient Sandbox { get; }

    public Uri Web { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Starts a stack of its own; later settings win over the small company's.</summary>
    public static async Task<RunningStack> StartAsync(params string[] settings)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Path.Combine(Repository.Root, "Sophia.AppHost", "bin", configuration, "net10.0", "Sophia.AppHost.dll");
        var instance = $"test-{Guid.NewGuid():N}"[..16];
        return new RunningStack(await AppHostProcess.StartAsync(
            Repository.Root, assembly, instance, [.. s_smallAndStill, .. settings], Cancelled));
    }

    public Task WaitUntilReadyAsync(params string[] resources) => _host.WaitUntilReadyAsync(Cancelled, resources);

    /// <summary>Waits until the whole history is loaded and projected.</summary>
    public async Task WaitUntilLoadedAsync()
    {
        await WaitUntilReadyAsync();
        var truth = await ReadTotalsAsync();
        await Eventually.SeeAsync(
            () => ReadMetricsAsync("metrics=deals.created&from=2020-01-01"),
            seen => seen.Freshness.Status == FreshnessStatus.Fresh && seen.Metrics[0].Value == truth["created"]!.GetValue<decimal>(),
            TimeSpan.FromSeconds(180));
    }

    public async Task<DashboardMetrics> ReadMetricsAsync(string query) =>
        (await Api.GetFromJsonAsync($"/api/v1/dashboard/metrics?{query}", DashboardJson.Default.DashboardMetrics, Cancelled))!;

    /// <summary>The company's own books.</summary>
    public async Task<JsonObject> ReadTotalsAsync() =>
        (await Sandbox.GetFromJsonAsync<JsonObject>("/sandbox/totals", Cancelled))!;

    public async Task<long> OpenDealAsync(decimal amount)
    {
        using var created = await Sandbox.PostAsJsonAsync("/sandbox/deals", new { stage = "contractsent", amount }, Cancelled);
        created.EnsureSuccessStatusCode();
        return (await created.Content.ReadFromJsonAsync<JsonObject>(Cancelled))!["id"]!.GetValue<long>();
    }

    public async Task WinDealAsync(long id)
    {
        using var won = await Sandbox.PostAsync($"/sandbox/deals/{id}/win", null, Cancelled);
        won.EnsureSuccessStatusCode();
    }

    public Task StopAsync(string resource) => _host.CommandAsync(resource, "stop", Cancelled);

    public Task StartAsync(string resource) => _host.CommandAsync(resource, "start", Cancelled);

    /// <summary>Kills all processes of a service outright; LocalHost starts them again.</summary>
    public async Task KillAsync(string resource)
    {
        var before = await _host.ReadResourceAsync(resource, Cancelled);
        foreach (var replica in (await _host.ReadResourcesAsync(Cancelled)).Where(row => (row.ReplicaOf ?? row.Name) == resource && row.Pid is not null))
        {
            System.Diagnostics.Process.GetProcessById(replica.Pid!.Value).Kill();
        }

        await Eventually.SeeAsync(
            () => _host.ReadResourceAsync(resource, Cancelled), seen => seen.Restarts > before.Restarts, TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        Sandbox.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_host.Folder, recursive: true);
    }
}
