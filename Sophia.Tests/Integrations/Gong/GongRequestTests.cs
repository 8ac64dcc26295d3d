using System.Net;
using System.Text.Json;
using Sophia.Integrations;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations.HubSpot;

namespace Sophia.Tests.Integrations.Gong;

public sealed class GongRequestTests
{
    private const string Nothing = """{"requestId":"4a1b","errors":["No calls found corresponding to the provided filters"]}""";

    private readonly SkippingClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_asked_fits_Gongs_own_contract()
    {
        Assert.SkipUnless(VendorContract.Find("gong.openapi.json") is not null, "Gong's contract is not beside this checkout, so our requests were not held against it.");
        var contract = VendorContract.Find("gong.openapi.json", isClosed: true)!;
        List<(string Path, JsonElement Body)> asked = [];
        var vendor = new ScriptedVendor((_, request, body) =>
        {
            asked.Add((request.RequestUri!.AbsolutePath, JsonElement.Parse(body)));
            return ScriptedVendor.Json(Nothing, HttpStatusCode.NotFound);
        });
        var connector = GongParts.Connect(vendor, _clock);

        await connector.PullAsync("calls");
        await connector.PullAsync("transcripts");
        await connector.ReadNotifiedAsync([GongReading.Notification("7782342274025937895")], Cancelled);

        Assert.Equal(6, asked.Count);
        Assert.All(asked, one => Assert.Empty(contract.CheckRequest(HttpMethod.Post, one.Path, one.Body)));
    }

    [Fact]
    public async Task No_calls_is_an_empty_page()
    {
        var connector = GongParts.Connect(new ScriptedVendor((_, _, _) => ScriptedVendor.Json(Nothing, HttpStatusCode.NotFound)), _clock);
        List<SourcePage> pages = [];
        await foreach (var page in connector.PullAsync("calls", null, Cancelled))
        {
            pages.Add(page);
        }

        Assert.All(pages, page => Assert.Empty(page.Events));
        Assert.Equal((true, 0, 0), (pages[^1].HistoryLoaded, pages[^1].Loaded, pages[^1].Total));
    }

    [Fact]
    public async Task Another_404_is_an_error()
    {
        var vendor = new ScriptedVendor((_, _, _) => ScriptedVendor.Json("""{"requestId":"4a1b","errors":["Workspace not found"]}""", HttpStatusCode.NotFound));

        var failure = await Assert.ThrowsAsync<SourceException>(() => GongParts.Connect(vendor, _clock).PullAsync("calls"));

        Assert.Equal((SourceFailure.Rejected, "Gong answered 404: Workspace not found (request 4a1b)"), (failure.Failure, failure.Message));
    }

    [Fact]
    public async Task A_refusal_is_waited_out_as_long_as_Gong_says()
    {
        var vendor = new ScriptedVendor((number, _, _) => number == 1 ? Refusal(seconds: 7) : ScriptedVendor.Json(Nothing, HttpStatusCode.NotFound));

        await GongParts.Connect(vendor, _clock).PullAsync("transcripts");

        Assert.Contains(TimeSpan.FromSeconds(7), _clock.Waits);
    }

    [Fact]
    public async Task The_end_of_the_days_requests_is_told_and_not_waited_for()
    {
        var vendor = new ScriptedVendor((_, _, _) => Refusal(seconds: 36_000));

        var failure = await Assert.ThrowsAsync<SourceException>(() => GongParts.Connect(vendor, _clock).PullAsync("calls"));

        Assert.Equal((SourceFailure.LimitReached, TimeSpan.FromHours(10)), (failure.Failure, failure.RetryAfter));
        Assert.Single(vendor.Requests);
    }

    [Fact]
    public async Task No_more_than_three_requests_leave_in_any_second()
    {
        List<DateTimeOffset> sent = [];
        var vendor = new ScriptedVendor((number, _, _) =>
        {
            sent.Add(_clock.GetUtcNow());
            var cursor = number < 40 ? ",\"cursor\":\"next\"" : "";
            return ScriptedVendor.Json("{\"records\":{\"totalRecords\":4000" + cursor + "},\"calls\":[]}");
        });

        await GongParts.Connect(vendor, _clock).PullAsync("calls");

        Assert.Equal(41, sent.Count);
        Assert.All(sent, moment => Assert.InRange(sent.Count(other => other >= moment && other < moment.AddSeconds(1)), 1, 3));
        Assert.InRange((sent[^1] - sent[0]).TotalSeconds, 13, 15);
    }

    private static HttpResponseMessage Refusal(int seconds)
    {
        var refusal = ScriptedVendor.Json("""{"requestId":"4a1b","errors":["The API rate limit has been exceeded"]}""", HttpStatusCode.TooManyRequests);
        refusal.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds));
        return refusal;
    }
}
