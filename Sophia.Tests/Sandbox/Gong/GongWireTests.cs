using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Sandbox.Gong;

public sealed class GongWireTests
{
    private const string Everything = """
        "contentSelector":{"context":"Extended","exposedFields":{"parties":true,"content":{"topics":true,"trackers":true},"interaction":{"speakers":true,"personInteractionStats":true,"questions":true}}}
        """;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_a_hundred_hold_every_call_once_and_the_last_has_no_cursor()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var pages = await ReadAllAsync(sandbox, "/v2/calls/extensive");

        Assert.Equal([100, 100, 50], pages.Select(page => page.GetProperty("calls").GetArrayLength()));
        Assert.Equal([0, 1, 2], pages.Select(page => page.GetProperty("records").GetProperty("currentPageNumber").GetInt32()));
        Assert.All(pages, page => Assert.Equal(250, page.GetProperty("records").GetProperty("totalRecords").GetInt32()));
        var ids = pages.SelectMany(page => page.GetProperty("calls").EnumerateArray()).Select(call => call.GetProperty("metaData").GetProperty("id").GetString()).ToList();
        Assert.Equal(250, ids.Distinct(StringComparer.Ordinal).Count());
        // Readers that take ids for floating-point numbers get them wrong.
        Assert.All(ids, id => Assert.True(ulong.Parse(id!, CultureInfo.InvariantCulture) > 1UL << 53));
        Assert.Contains(ids, id => id!.Length == 20);
    }

    [Fact]
    public async Task Transcripts_come_of_calls_that_have_one()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var transcripts = (await ReadAllAsync(sandbox, "/v2/calls/transcript")).SelectMany(page => page.GetProperty("callTranscripts").EnumerateArray()).ToList();

        Assert.Equal(40, transcripts.Count);
        var id = transcripts[0].GetProperty("callId").GetString();
        var (_, call) = await PostAsync(sandbox, "/v2/calls/extensive", $$"""{"filter":{"callIds":["{{id}}"]},{{Everything}}}""");
        var speakers = call.GetProperty("calls")[0].GetProperty("parties").EnumerateArray().Select(party => party.GetProperty("speakerId").GetString()).ToList();
        Assert.All(transcripts[0].GetProperty("transcript").EnumerateArray(), monologue => Assert.Contains(monologue.GetProperty("speakerId").GetString(), speakers, StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_call_is_a_404_with_Gongs_words()
    {
        await using var sandbox = await SandboxHost.StartAsync();

        var (status, answer) = await PostAsync(sandbox, "/v2/calls/extensive", """{"filter":{"fromDateTime":"2099-01-01T00:00:00Z"}}""");

        Assert.Equal(404, status);
        Assert.Equal("No calls found corresponding to the provided filters", answer.GetProperty("errors")[0].GetString());
    }

    [Theory]
    [InlineData("""{"filter":{"fromDateTime":"yesterday"}}""")]
    [InlineData("""{"filter":{},"cursor":"made-up"}""")]
    [InlineData("{}")]
    [InlineData("no json")]
    public async Task What_cannot_be_understood_is_a_400(string body)
    {
        await using var sandbox = await SandboxHost.StartAsync();

        Assert.Equal(400, (await PostAsync(sandbox, "/v2/calls/extensive", body)).Status);
    }

    [Fact]
    public async Task A_cursor_goes_with_the_inputs_that_it_was_given_for()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        var cursor = (await PostAsync(sandbox, "/v2/calls/extensive", """{"filter":{}}""")).Body.GetProperty("records").GetProperty("cursor").GetString();

        Assert.Equal(400, (await PostAsync(sandbox, "/v2/calls/extensive", $$"""{"filter":{"fromDateTime":"2020-01-01T00:00:00Z"},"cursor":"{{cursor}}"}""")).Status);
    }

    [Fact]
    public async Task Only_the_access_key_opens()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v2/users");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", "d3Jvbmc6a2V5");

        using var refused = await sandbox.Anonymous.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_fourth_request_in_a_second_is_refused_for_a_second()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("RateLimits", "on"));
        for (var count = 0; count < 3; count++)
        {
            using var granted = await sandbox.Gong.GetAsync("/v2/users", Cancelled);
            Assert.Equal(HttpStatusCode.OK, granted.StatusCode);
        }

        using var refused = await sandbox.Gong.GetAsync("/v2/users", Cancelled);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var again = await sandbox.Gong.GetAsync("/v2/users", Cancelled);

        Assert.Equal((HttpStatusCode.TooManyRequests, "1"), (refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_day_has_an_end_too()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("RateLimits", "on"), ("Gong:RequestsPerDay", "1"));
        using var granted = await sandbox.Gong.GetAsync("/v2/users", Cancelled);

        using var refused = await sandbox.Gong.GetAsync("/v2/users", Cancelled);

        Assert.Equal((HttpStatusCode.TooManyRequests, "3600"), (refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
    }

    [Fact]
    public async Task Everything_that_is_answered_fits_Gongs_own_contract()
    {
        Assert.SkipUnless(VendorContract.Find("gong.openapi.json") is not null, "Gong's contract is not beside this checkout, so the sandbox was not held against it.");
        var contract = VendorContract.Find("gong.openapi.json", isClosed: true)!;
        await using var sandbox = await SandboxHost.StartAsync();

        var extensive = (await PostAsync(sandbox, "/v2/calls/extensive", $$"""{"filter":{},{{Everything}}}""")).Body;
        var transcripts = (await PostAsync(sandbox, "/v2/calls/transcript", """{"filter":{}}""")).Body;
        var users = await sandbox.Gong.GetFromJsonAsync<JsonElement>("/v2/users", Cancelled);
        var calls = await sandbox.Gong.GetFromJsonAsync<JsonElement>("/v2/calls?fromDateTime=2020-01-01T00:00:00Z&toDateTime=2030-01-01T00:00:00Z", Cancelled);
        var call = await sandbox.Gong.GetFromJsonAsync<JsonElement>($"/v2/calls/{calls.GetProperty("calls")[0].GetProperty("id").GetString()}", Cancelled);
        var none = (await PostAsync(sandbox, "/v2/calls/transcript", """{"filter":{"callIds":["1"]}}""")).Body;

        Assert.Empty(contract.CheckResponse(HttpMethod.Post, "/v2/calls/extensive", 200, extensive));
        Assert.Empty(contract.CheckResponse(HttpMethod.Post, "/v2/calls/transcript", 200, transcripts));
        Assert.Empty(contract.CheckResponse(HttpMethod.Get, "/v2/users", 200, users));
        Assert.Empty(contract.CheckResponse(HttpMethod.Get, "/v2/calls", 200, calls));
        Assert.Empty(contract.CheckResponse(HttpMethod.Get, "/v2/calls/{id}", 200, call));
        Assert.Empty(contract.CheckResponse(HttpMethod.Post, "/v2/calls/transcript", 404, none));
    }

    private static async Task<List<JsonElement>> ReadAllAsync(SandboxHost sandbox, string path)
    {
        List<JsonElement> pages = [];
        string? cursor = null;
        do
        {
            var page = (await PostAsync(sandbox, path, JsonSerializer.Serialize(new { filter = new { }, cursor }))).Body;
            pages.Add(page);
            cursor = page.GetProperty("records").TryGetProperty("cursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        return pages;
    }

    private static async Task<(int Status, JsonElement Body)> PostAsync(SandboxHost sandbox, string path, string json)
    {
        using var content = new StringContent(json);
        using var response = await sandbox.Gong.PostAsync(path, content, Cancelled);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(Cancelled));
    }
}
