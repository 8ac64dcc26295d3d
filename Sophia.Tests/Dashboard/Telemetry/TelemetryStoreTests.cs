using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Errors;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class TelemetryStoreTests
{
    [Fact]
    public async Task A_restart_brings_back_spans_logs_metrics_and_errors_counted_once()
    {
        var folder = Directory.CreateTempSubdirectory("sophia-dashboard-");
        try
        {
            await using (var dashboard = await TestDashboard.StartAsync(folder.FullName))
            {
                await FillAsync(dashboard);
            }

            await using var again = await TestDashboard.StartAsync(folder.FullName);
            await SeeAllAsync(again, errors: 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_without_an_orderly_stop_and_half_a_write_is_passed_over()
    {
        var folder = Directory.CreateTempSubdirectory("sophia-dashboard-");
        try
        {
            var copy = Path.Combine(folder.FullName, "killed");
            await using (var dashboard = await TestDashboard.StartAsync(Path.Combine(folder.FullName, "running")))
            {
                await FillAsync(dashboard);
                dashboard.Get<ErrorTracker>().Save();
                await dashboard.AcceptAsync("traces", Spans(Process("api", "i1"), Failed("eeeeeeeeeeeeeeee")));
                // What is on disk now is what a killed process leaves.
                Copy(dashboard.Folder, copy);
            }

            foreach (var log in Directory.EnumerateFiles(copy, "*.log").Concat(Directory.EnumerateFiles(Path.Combine(copy, "metrics"), "*.journal")))
            {
                await File.AppendAllBytesAsync(log, [0x40, 0, 0, 0, 1, 2, 3], TestContext.Current.CancellationToken);
            }

            await using var again = await TestDashboard.StartAsync(copy);
            await SeeAllAsync(again, errors: 2);
            await again.AcceptAsync("traces", Spans(Process("api", "i1"), Failed("ffffffffffffffff")));
            Assert.Equal(3, Assert.Single(again.Get<ErrorQueries>().Find()).Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task At_the_bound_the_oldest_go_and_it_is_reported()
    {
        await using var dashboard = await TestDashboard.StartAsync(settings: ("Telemetry:MaximumSpans", "20000"));
        for (var request = 0; request < 12; request++)
        {
            await dashboard.AcceptAsync("traces", Spans(
                Process("api"), [.. Enumerable.Range(0, 3_000).Select(number => Span($"request {request}", $"{request + 1:x8}{number + 1:x8}", ago: 100 - request))]));
        }

        var limit = (await dashboard.ReadAsync("limits")).EnumerateArray().First(static limit => limit.GetProperty("name").GetString() == "spans");
        Assert.InRange(limit.GetProperty("used").GetInt64(), 1, 20_000);
        Assert.Equal(36_000, limit.GetProperty("used").GetInt64() + limit.GetProperty("dropped").GetInt64());
        Assert.NotEqual(System.Text.Json.JsonValueKind.Null, limit.GetProperty("lastReached").ValueKind);
        Assert.Equal("request 11", (await dashboard.ReadItemsAsync("spans?limit=1"))[0].GetProperty("name").GetString());
        Assert.Empty(await dashboard.ReadItemsAsync("spans?operation=request 0"));
        Assert.Equal(limit.GetProperty("used").GetInt64(), (await dashboard.ReadAsync("resources"))[0].GetProperty("spans").GetInt64());
        var from = (await dashboard.ReadAsync($"services?from={Uri.EscapeDataString(Now.AddMinutes(-10).ToString("O"))}")).GetProperty("coveredFrom");
        Assert.True(from.GetDateTimeOffset() > Now.AddSeconds(-100));

        dashboard.Get<TelemetryKeeper>().Round(save: false, TestContext.Current.CancellationToken);
        Assert.Contains((await dashboard.ReadAsync("timeline")).EnumerateArray(), static entry => entry.GetProperty("kind").GetString() == "LimitReached");
    }

    [Fact]
    public async Task Two_processes_never_share_a_folder()
    {
        await using var dashboard = await TestDashboard.StartAsync();

        var second = await Assert.ThrowsAnyAsync<Exception>(() => TestDashboard.StartAsync(dashboard.Folder));

        Assert.Contains("Dashboard:DataFolder names another folder", second.ToString(), StringComparison.Ordinal);
    }

    private static async Task FillAsync(TestDashboard dashboard)
    {
        await dashboard.AcceptAsync("traces", Spans(Process("api", "i1"), Span("GET /orders", "aaaaaaaaaaaaaaaa"), Failed("bbbbbbbbbbbbbbbb")));
        await dashboard.AcceptAsync("logs", Logs(Process("api", "i1"), Log("Order 5 was placed")));
        await dashboard.AcceptAsync("metrics", Measures(
            Process("api", "i1"), Counter("orders", Now.AddSeconds(-60), "/a", (Now.AddSeconds(-20), 10), (Now.AddSeconds(-10), 30))));
    }

    private static System.Text.Json.Nodes.JsonObject Failed(string id) =>
        Span("POST /orders", id, failed: true).WithException("System.TimeoutException", "too slow", "   at Shop.Orders.Place(Order order) in /src/Orders.cs:line 12");

    private static async Task SeeAllAsync(TestDashboard dashboard, int errors)
    {
        Assert.Equal(1 + errors, (await dashboard.ReadItemsAsync("spans")).Length);
        Assert.Equal("Order 5 was placed", Assert.Single(await dashboard.ReadItemsAsync("logs")).GetProperty("message").GetString());
        Assert.Equal(errors, Assert.Single(dashboard.Get<ErrorQueries>().Find()).Count);
        var points = await dashboard.ReadAsync(
            $"metrics/points?resource=api&meter=Shop.Orders&instrument=orders&step=10&from={Uri.EscapeDataString(Now.AddSeconds(-20).ToString("O"))}&to={Uri.EscapeDataString(Now.AddSeconds(-10).ToString("O"))}");
        Assert.Equal(2.0, points.GetProperty("lines")[0].GetProperty("points")[0].GetProperty("value").GetDouble(), 6);
        Assert.Equal("api started", (await dashboard.ReadAsync("timeline")).EnumerateArray().Single().GetProperty("title").GetString());
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(static file => Path.GetFileName(file) != "lock"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
