using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Dashboard;

namespace Sophia.Tests.Api;

public sealed class DashboardRowsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_deals_lead_from_the_revenue_to_every_row_of_it()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        for (var number = 1; number <= 5; number++)
        {
            await api.Company.WinDealAsync(number * 10);
        }

        var first = await AskAsync(api, "metric=revenue.won&limit=3");
        var second = await AskAsync(api, $"metric=revenue.won&limit=3&cursor={first.Next}");

        Assert.Equal([50m, 40m, 30m, 20m, 10m], first.Items.Concat(second.Items).Select(static row => row.Contribution));
        Assert.Null(second.Next);
        Assert.Equal((150m, 5L), (first.Parts[0].Total, first.Parts[0].Rows));
        Assert.Equal(150m, first.Metric.Value);
    }

    [Fact]
    public async Task Only_the_fields_asked_for_are_sent_and_an_answer_that_is_known_is_not_sent_again()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        await api.Company.WinDealAsync(10);

        using var answer = await api.Client.GetAsync("/api/v1/dashboard/rows?metric=deals.won&fields=id,contribution", Token);
        using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        using var known = await api.Client.SendAsync(again, Token);

        Assert.Equal("""{"id":"1","contribution":1}""", (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("items")[0].GetRawText());
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    [Theory]
    [InlineData("metric=deals.*", "metric")]
    [InlineData("metric=revenue.lost", "metric")]
    [InlineData("", "metric")]
    [InlineData("metric=deals.won&filter=EMEA", "filter")]
    [InlineData("metric=deals.won&fields=salary", "fields")]
    public async Task What_cannot_be_answered_is_said_by_parameter(string query, string parameter)
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        using var response = await api.Client.GetAsync($"/api/v1/dashboard/rows?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(parameter, Assert.Single(problem.GetProperty("errors").EnumerateObject()).Name);
    }

    private static async Task<MetricRows> AskAsync(ApiServer api, string query) =>
        (await api.Client.GetFromJsonAsync($"/api/v1/dashboard/rows?{query}", DashboardJson.Default.MetricRows, Token))!;
}
