using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Data.Sources;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api;

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

    [Theory]
    [InlineData("metrics=revenue.wom", "metrics", "There is no metric 'revenue.wom'")]
    [InlineData("from=2026-02-01&to=2026-01-01", "from", "is after 'to'")]
    [InlineData("from=01.02.2026", "from", "written as yyyy-MM-dd")]
    [InlineData("from=1950-01-01&to=2026-01-01", "from", "at most 3660 are answered")]
    [InlineData("from=2020-01-01&to=2026-01-01&granularity=day", "granularity", "ask for a coarser granularity")]
    [InlineData("compare=yesterday", "compare", "previousPeriod, previousYear")]
    [InlineData("metrics=revenue.won&groupBy=stage", "groupBy", "'revenue.won' cannot be split by stage")]
    public async Task A_question_that_cannot_be_answered_says_which_part_and_why(string query, string field, string reason)
    {
        await using var api = await ApiServer.StartAsync();

        using var response = await api.Client.GetAsync($"{Metrics}?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(reason, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
    }

    [Fact]
    public async Task A_question_for_hundreds_of_names_is_refused_in_one_line()
    {
        await using var api = await ApiServer.StartAsync();

        using var response = await api.Client.GetAsync($"{Metrics}?metrics={string.Join(',', Enumerable.Repeat("x", 300))}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(
            "At most 32 metrics or patterns can be asked for at once.",
            Assert.Single(problem.GetProperty("errors").GetProperty("metrics").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Without_Redis_and_the_bus_figures_still_move()
    {
        await using var api = await ApiServer.StartAsync(ApiServer.NoRedis, ApiServer.NoBus);

        await api.Company.WinDealAsync(75);

        Assert.Equal(75, await RevenueWhenAsync(api, static value => value == 75));
    }

    [Fact]
    public async Task A_client_that_takes_gzip_gets_gzip()
    {
        await using var api = await ApiServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Metrics);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await api.Client.SendAsync(request, Token);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
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
