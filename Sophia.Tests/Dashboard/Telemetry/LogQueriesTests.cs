using System.Text.Json;
using static Sophia.Tests.Dashboard.Telemetry.Sample;

namespace Sophia.Tests.Dashboard.Telemetry;

public sealed class LogQueriesTests
{
    [Theory]
    [InlineData("", "third second first")]
    [InlineData("?resource=billing", "third")]
    [InlineData("?severity=warning", "third second")]
    [InlineData("?severity=error", "third")]
    [InlineData("?search=SECOND", "second")]
    [InlineData("?search=shop.orders", "third second first")]
    [InlineData("?search=Zürich", "third")]
    [InlineData("?search=42", "second")]
    [InlineData("?filter=amount>40", "second")]
    [InlineData("?filter=amount<40", "first")]
    [InlineData("?filter=amount!=42", "third first")]
    [InlineData("?filter=city~rich", "third")]
    [InlineData("?filter=message~IR&filter=severity=Error", "third")]
    [InlineData("?traceId=5b8efff798038103d269b633813fc60c", "third")]
    [InlineData("?limit=2", "third second")]
    public async Task Log_records_are_found_by_level_text_and_attributes(string query, string expected)
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("logs", Logs(
            Process("api"), Log("first", 9, attributes: Attribute("amount", 7)), Log("second", 13, attributes: Attribute("amount", 42))));
        await dashboard.AcceptAsync("logs", Logs(
            Process("billing"), Log("third", 17, trace: Trace, span: "aaaaaaaaaaaaaaaa", attributes: Attribute("city", "Zürich"))));

        Assert.Equal(expected, string.Join(' ', (await dashboard.ReadItemsAsync("logs" + query)).Select(static log => log.GetProperty("message").GetString())));
    }

    [Fact]
    public async Task A_follower_gets_what_is_there_and_within_a_second_what_comes()
    {
        await using var dashboard = await TestDashboard.StartAsync();
        await dashboard.AcceptAsync("logs", Logs(Process("api"), Log("before", 17), Log("not grave", 9)));

        await using var stream = await dashboard.Api.GetStreamAsync("/api/telemetry/logs?follow=true&severity=error", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("before", await MessageAsync());
        await dashboard.AcceptAsync("logs", Logs(Process("api"), Log("after", 17), Log("not grave", 9)));
        Assert.Equal("after", await MessageAsync());

        async Task<string?> MessageAsync()
        {
            var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
            return JsonDocument.Parse(line!).RootElement.GetProperty("message").GetString();
        }
    }

    [Fact]
    public async Task A_filter_that_is_none_is_refused()
    {
        await using var dashboard = await TestDashboard.StartAsync();

        using var answer = await dashboard.Api.GetAsync("/api/telemetry/logs?filter=nonsense", TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
