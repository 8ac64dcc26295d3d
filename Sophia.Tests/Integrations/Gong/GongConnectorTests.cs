using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations;
using Sophia.Integrations.Gong.Pull;
using Sophia.Sandbox.Control;

namespace Sophia.Tests.Integrations.Gong;

public sealed class GongConnectorTests : IAsyncLifetime
{
    private LocalHubSpot _company = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private GongConnector Connector => GongParts.Connect(new SocketsHttpHandler(), TimeProvider.System, _company.Gong);

    public async ValueTask InitializeAsync() => _company = await LocalHubSpot.StartAsync(deals: 400, companies: 100);

    public async ValueTask DisposeAsync() => await _company.DisposeAsync();

    [Fact]
    public async Task The_history_holds_each_call_once_and_adds_up_to_the_companys_own_totals()
    {
        var calls = (await Connector.PullAsync("calls")).Events.DistinctBy(call => call.Stream).Facts<Call>();
        var transcripts = (await Connector.PullAsync("transcripts")).Events.DistinctBy(transcript => transcript.Stream).Facts<CallTranscript>();

        var totals = (await _company.Control.GetFromJsonAsync<CallTotals>("/sandbox/calls/totals", Cancelled))!;
        var external = calls.Where(call => call.IsInternal == false).ToList();
        Assert.Equal((totals.Calls, totals.External, totals.Transcripts), (calls.Count, external.Count, transcripts.Count));
        Assert.Equal(totals.ExternalSeconds, external.Sum(call => call.DurationSeconds));
        Assert.Equal((decimal)totals.OurTalkSeconds, external.Sum(call => call.OurTalkSeconds ?? 0));
        Assert.Equal((decimal)totals.TheirTalkSeconds, external.Sum(call => call.TheirTalkSeconds ?? 0));
        Assert.Equal(
            totals.ExternalByTopic,
            external.SelectMany(call => call.Topics).CountBy(topic => topic.Name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
        Assert.All(external, call => Assert.NotEmpty(call.DealIds));
        Assert.All(transcripts, transcript => Assert.InRange(transcript.Sentiment!.Value, -1, 1));
    }

    [Fact]
    public async Task Every_host_and_colleague_of_a_call_is_a_user_with_an_address()
    {
        var users = (await Connector.PullAsync("users")).Events.Facts<SystemUser>();
        var calls = (await Connector.PullAsync("calls")).Events.Facts<Call>();

        var known = users.Select(user => user.Key.ExternalId).ToHashSet(StringComparer.Ordinal);
        Assert.All(calls, call => Assert.Contains(call.OwnerId!, known));
        Assert.All(calls.SelectMany(call => call.Parties).Select(party => party.UserId).OfType<string>(), id => Assert.Contains(id, known));
        Assert.All(users, user => Assert.Matches("^[^A-Z]+@aurelia[.]example$", user.Email));
    }

    [Theory]
    [InlineData("calls")]
    [InlineData("transcripts")]
    public async Task A_history_interrupted_behind_any_page_goes_on_without_loss(string resource)
    {
        var whole = (await Connector.PullAsync(resource)).Events;
        List<NewEvent> pieces = [];
        string? cursor = null;
        var isLoaded = false;
        while (!isLoaded)
        {
            await foreach (var page in Connector.PullAsync(resource, cursor, Cancelled))
            {
                (cursor, isLoaded) = (page.Cursor, page.HistoryLoaded);
                pieces.AddRange(page.Events);
                break;
            }
        }

        Assert.Equal(whole.Select(one => one.Stream).Distinct(), pieces.Select(one => one.Stream));
    }

    [Fact]
    public async Task Progress_is_told_against_Gongs_own_count()
    {
        List<SourcePage> pages = [];
        await foreach (var page in Connector.PullAsync("calls", null, Cancelled))
        {
            pages.Add(page);
        }

        Assert.All(pages, page => Assert.Equal(650, page.Total));
        Assert.Equal((100, false), (pages[0].Loaded, pages[0].HistoryLoaded));
        Assert.Equal((650, true), (pages[^1].Loaded, pages[^1].HistoryLoaded));
    }

    [Fact]
    public async Task A_call_held_since_is_found_by_the_next_look_and_its_analysis_by_the_one_after()
    {
        var (_, cursor) = await Connector.PullAsync("calls");
        var (_, transcripts) = await Connector.PullAsync("transcripts");
        var held = await HoldAsync(new { transcript = true, analysed = false });

        var (first, behind) = await Connector.PullAsync("calls", cursor);
        await _company.PostAsync($"/sandbox/calls/{held.Id}/analyse", null, Cancelled);
        var (second, _) = await Connector.PullAsync("calls", behind);
        var (written, _) = await Connector.PullAsync("transcripts", transcripts);

        var call = Assert.Single(first.Facts<Call>(), call => call.Key.ExternalId == held.Id);
        Assert.Null(call.OurTalkSeconds);
        Assert.Empty(call.Topics);
        var analysed = Assert.Single(second.Facts<Call>(), call => call.Key.ExternalId == held.Id);
        Assert.True(analysed.OurTalkSeconds > 0);
        Assert.NotEmpty(analysed.Topics);
        Assert.NotEmpty(Assert.Single(written.Facts<CallTranscript>(), transcript => transcript.Key.ExternalId == held.Id).Segments);
    }

    [Fact]
    public async Task A_call_has_the_same_content_whether_listed_or_read_by_its_id()
    {
        var (transcripts, _) = await Connector.PullAsync("transcripts");
        var id = transcripts[0].Stream.ExternalId;
        var call = (await Connector.PullAsync("calls")).Events.First(one => one.Stream.ExternalId == id);

        var read = await Connector.ReadNotifiedAsync([GongReading.Notification(id)], Cancelled);

        Assert.Equal([EventIdentity.Of(call), EventIdentity.Of(transcripts[0])], read.Select(EventIdentity.Of));
    }

    [Fact]
    public async Task A_burst_of_60_notifications_costs_two_requests()
    {
        var (calls, _) = await Connector.PullAsync("calls");
        var before = _company.Requests;

        var read = await Connector.ReadNotifiedAsync([.. calls.Take(60).Concat(calls.Take(60)).Select(call => GongReading.Notification(call.Stream.ExternalId))], Cancelled);

        Assert.Equal(60, read.Facts<Call>().Count);
        Assert.Equal(2, _company.Requests - before);
    }

    [Fact]
    public async Task A_call_that_is_not_there_is_nothing() =>
        Assert.Empty(await Connector.ReadNotifiedAsync([GongReading.Notification("12345678901234567890")], Cancelled));

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_short_failure_of_Gong_is_not_noticed(int status)
    {
        await _company.PostAsync("/sandbox/gong/faults", new { count = 2, status }, Cancelled);

        Assert.Equal(650, (await Connector.PullAsync("calls")).Events.Select(call => call.Stream).Distinct().Count());
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_Gongs_own_words()
    {
        var options = _company.Gong;
        options.AccessKeySecret = "wrong";

        var failure = await Assert.ThrowsAsync<SourceException>(() => GongParts.Connect(new SocketsHttpHandler(), TimeProvider.System, options).PullAsync("calls"));

        Assert.Equal(SourceFailure.Refused, failure.Failure);
        Assert.StartsWith("Gong answered 401: Invalid API credentials", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_that_Gong_has_forgotten_begins_the_history_again()
    {
        var (_, cursor) = await Connector.PullAsync("calls");
        var state = JsonSerializer.Deserialize<Dictionary<string, object?>>(cursor)!;
        state["historyLoaded"] = false;
        state["after"] = "Zm9yZ290dGVu";

        var (events, behind) = await Connector.PullAsync("calls", JsonSerializer.Serialize(state));

        Assert.Equal(650, events.Select(call => call.Stream).Distinct().Count());
        Assert.Equal(650, JsonElement.Parse(behind).GetProperty("loaded").GetInt32());
    }

    private async Task<CallSummary> HoldAsync(object request)
    {
        using var response = await _company.Control.PostAsJsonAsync("/sandbox/calls", request, Cancelled);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<CallSummary>(Cancelled))!;
    }
}
