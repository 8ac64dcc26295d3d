using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sophia.Tests.Api;

public sealed class DashboardQuestionTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private const string Metrics = "/api/v1/dashboard/metrics";

    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

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
        using var response = await _api.Client.GetAsync($"{Metrics}?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(reason, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
    }

    [Fact]
    public async Task A_question_for_hundreds_of_names_is_refused_in_one_line()
    {
        using var response = await _api.Client.GetAsync($"{Metrics}?metrics={string.Join(',', Enumerable.Repeat("x", 300))}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(
            "At most 32 metrics or patterns can be asked for at once.",
            Assert.Single(problem.GetProperty("errors").GetProperty("metrics").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task A_client_that_takes_gzip_gets_gzip()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Metrics);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await _api.Client.SendAsync(request, Token);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }
}
