using System.Text.Json;
using Sophia.Integrations;

namespace Sophia.Tests.Integrations.HubSpot;

public sealed class HubSpotPullTests
{
    private const long Instant = 1_767_000_000_000;

    private readonly SkippingClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_foreign_link_to_the_next_page_is_not_followed()
    {
        var vendor = new ScriptedVendor((_, request, _) => ScriptedVendor.Json(
            request.RequestUri!.Query.Contains("after=2", StringComparison.Ordinal) || request.Method == HttpMethod.Post
                ? """{"total":2,"results":[]}"""
                : """{"results":[],"paging":{"next":{"after":"2","link":"https://evil.example/crm?after=2"}}}"""));

        await PullAsync(vendor, cursor: null);

        Assert.All(vendor.Requests, request => Assert.Equal("hubspot.example", request.RequestUri!.Host));
        Assert.Contains(vendor.Requests, request => request.RequestUri!.Query.Contains("after=2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_that_changed_thousands_in_one_instant_is_read_completely()
    {
        // 350 in one instant, and 130 one by one after it.
        long[] changedAt = [.. Enumerable.Repeat(Instant, 350), .. Enumerable.Range(1, 130).Select(offset => Instant + offset)];
        var vendor = new ScriptedVendor((_, request, body) => request.RequestUri!.AbsolutePath switch
        {
            "/crm/v3/objects/deals/search" => ScriptedVendor.Json(Search(changedAt, body)),
            "/crm/v3/objects/deals/batch/read" => ScriptedVendor.Json(Read(changedAt, body)),
            _ => ScriptedVendor.Json("""{"results":[]}"""),
        });

        var pages = await PullAsync(vendor, $$"""{"changedSince":{{Instant - 1_000}},"historyLoaded":true,"loaded":5,"total":5}""");

        var read = pages.SelectMany(page => page.Events)
            .Select(read => int.Parse(read.Stream.ExternalId, System.Globalization.CultureInfo.InvariantCulture)).Distinct();
        Assert.Equal(Enumerable.Range(1, changedAt.Length), read.Order());
        Assert.All(pages, page => Assert.Equal((true, 5, 5L), (page.HistoryLoaded, page.Loaded, page.Total)));
    }

    [Fact]
    public async Task A_deal_that_the_search_finds_and_nobody_can_read_is_removed()
    {
        var vendor = new ScriptedVendor((_, request, _) => ScriptedVendor.Json(
            request.RequestUri!.AbsolutePath.EndsWith("/search", StringComparison.Ordinal)
                ? """{"total":1,"results":[{"id":"9","properties":{"hs_lastmodifieddate":"2025-12-31T00:00:00Z"}}]}"""
                : """{"status":"COMPLETE","results":[],"numErrors":1,"errors":[{"status":"error","category":"OBJECT_NOT_FOUND"}]}"""));

        var pages = await PullAsync(vendor, $$"""{"changedSince":{{Instant}},"historyLoaded":true}""");

        var removed = Assert.Single(Assert.Single(pages).Events);
        Assert.Equal("9", removed.Stream.ExternalId);
        Assert.Equal("""{"archived":true,"id":"9"}""", System.Text.Encoding.UTF8.GetString(removed.Payload.Span));
    }

    private async Task<List<SourcePage>> PullAsync(ScriptedVendor vendor, string? cursor)
    {
        List<SourcePage> pages = [];
        await foreach (var page in new HubSpotParts(vendor, _clock).Connector.PullAsync("deals", cursor, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static string Search(long[] changedAt, string body)
    {
        using var request = JsonDocument.Parse(body);
        var found = changedAt.Select((at, index) => (Id: index + 1, At: at));
        foreach (var filter in request.RootElement.GetProperty("filterGroups")[0].GetProperty("filters").EnumerateArray())
        {
            var value = long.Parse(filter.GetProperty("value").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            found = (filter.GetProperty("propertyName").GetString(), filter.GetProperty("operator").GetString()) switch
            {
                ("hs_lastmodifieddate", "GTE") => found.Where(deal => deal.At >= value),
                ("hs_lastmodifieddate", "EQ") => found.Where(deal => deal.At == value),
                ("hs_object_id", "GT") => found.Where(deal => deal.Id > value),
                _ => throw new NotSupportedException(filter.ToString()),
            };
        }

        var page = found.OrderBy(deal => deal.At).ThenBy(deal => deal.Id).Take(request.RootElement.GetProperty("limit").GetInt32());
        return $$"""{"total":{{found.Count()}},"results":[{{string.Join(',', page.Select(deal => Deal(deal.Id, deal.At)))}}]}""";
    }

    private static string Read(long[] changedAt, string body)
    {
        using var request = JsonDocument.Parse(body);
        var ids = request.RootElement.GetProperty("inputs").EnumerateArray()
            .Select(input => int.Parse(input.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
        return $$"""{"results":[{{string.Join(',', ids.Select(id => Deal(id, changedAt[id - 1])))}}]}""";
    }

    private static string Deal(int id, long changedAt) =>
        $$$"""{"id":"{{{id}}}","properties":{"hs_lastmodifieddate":"{{{DateTimeOffset.FromUnixTimeMilliseconds(changedAt):yyyy-MM-ddTHH:mm:ss.fffZ}}}"}}""";
}
