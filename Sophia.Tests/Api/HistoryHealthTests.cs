using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Data.Sources;

namespace Sophia.Tests.Api;

public sealed class HistoryHealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_history_loads_health_says_how_far_it_is()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);

        var before = await ReadAsync(api);
        await api.Company.ReportAsync(new SourceStatus { Connection = "hubspot", Loaded = 12_300, Total = 20_000 });
        var during = await ReadAsync(api);
        await api.Company.ReportAsync(new SourceStatus { Connection = "hubspot", Loaded = 20_000, Total = 20_000, HistoryLoaded = true });
        var after = await ReadAsync(api);

        Assert.Equal("No source has delivered anything yet.", before.GetProperty("description").GetString());
        Assert.Equal("12,300 of 20,000 objects loaded", during.GetProperty("description").GetString());
        Assert.Equal(0.615, during.GetProperty("data").GetProperty("progress").GetDouble());
        Assert.Equal("20,000 objects loaded", after.GetProperty("description").GetString());
        Assert.False(after.GetProperty("data").TryGetProperty("progress", out _));
    }

    private static async Task<JsonElement> ReadAsync(ApiServer api)
    {
        var health = await api.Client.GetFromJsonAsync<JsonElement>("/health", Token);
        var history = health.GetProperty("checks").GetProperty("history");
        Assert.Equal("Healthy", history.GetProperty("status").GetString());
        return history;
    }
}
