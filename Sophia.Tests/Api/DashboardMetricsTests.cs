using System.Net;
using System.Net.Http.Json;
using Sophia.Core.Dashboard;
using Sophia.Data.Sources;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api;

[Collection(LiveCollection.Name)]
public sealed class DashboardMetricsTests
{
    private const string Metrics = "/api/v1/dashboard/metrics";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_deal_that_is_won_is_in_the_revenue()
    {
        await using var api = await ApiServer.StartAsync();
        await api.Company.WinDealAsync(1200.50m);

        var revenue = await RevenueWhenAsync(api, static value => value is not null);

        Assert.Equal(1200.50m, revenue);
    }

    [Fact]
    public async Task An_answer_that_nothing_moved_is_not_sent_twice()
    {
        await using var api = await ApiServer.StartAsync();
        await api.Company.WinDealAsync(100);
        await RevenueWhenAsync(api, static value => value == 100);
        using var first = await api.Client.GetAsync(Metrics, Token);

        using var second = await AskAsync(api, first.Headers.ETag!.ToString());
        await api.Company.WinDealAsync(50);
        await RevenueWhenAsync(api, static value => value == 150);
        using var third = await AskAsync(api, first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.NotEqual(first.Headers.ETag, third.Headers.ETag);
    }

    [Fact]
    public async Task Freshness_is_that_of_the_moment_though_the_figures_are_cached()
    {
        await using var api = await ApiServer.StartAsync();
        var before = await api.Client.GetFromJsonAsync(Metrics, DashboardJson.Default.DashboardMetrics, Token);

        await api.Company.ReportAsync(new SourceStatus { Connection = "hubspot", LastAttemptAt = DateTimeOffset.UnixEpoch, Loaded = 5, Total = 10 });
        var after = await Eventually.SeeAsync(
            () => api.Client.GetFromJsonAsync(Metrics, DashboardJson.Default.DashboardMetrics, Token),
            static answer => answer!.Freshness.Status == FreshnessStatus.Loading,
            s_patience);

        Assert.Equal(FreshnessStatus.NoData, before!.Freshness.Status);
        Assert.Equal(5, Assert.Single(after!.Freshness.Sources).Loaded);
        Assert.Equal(before.Sequence, after.Sequence);
    }

    [Fact]
    public async Task Without_Redis_and_the_bus_figures_still_move()
    {
        await using var api = await ApiServer.StartAsync(ApiServer.NoRedis, ApiServer.NoBus);

        await api.Company.WinDealAsync(75);

        Assert.Equal(75, await RevenueWhenAsync(api, static value => value == 75));
    }

    private static async Task<HttpResponseMessage> AskAsync(ApiServer api, string etag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Metrics);
        request.Headers.Add("If-None-Match", etag);
        return await api.Client.SendAsync(request, Token);
    }

    private static Task<decimal?> RevenueWhenAsync(ApiServer api, Func<decimal?, bool> condition) => Eventually.SeeAsync(
        async () => (await api.Client.GetFromJsonAsync($"{Metrics}?metrics=revenue.won", DashboardJson.Default.DashboardMetrics, Token))!.Metrics.Single().Value,
        condition,
        s_patience);
}
