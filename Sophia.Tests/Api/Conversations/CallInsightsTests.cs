using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Conversations;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api.Conversations;

public sealed class CallInsightsTests(TalkingCompany company)
{
    private const string Ever = "?from=2020-01-01";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Totals_are_the_companys_own_and_the_metrics_say_the_same()
    {
        await company.StartedAsync();
        var page = await company.GetAsync(Ever + "&limit=1");

        var own = await company.ReadTotalsAsync();
        Assert.Equal((own.Calls, own.External, own.Transcripts), (page.Totals.Calls, page.Totals.CallsHeld, page.Totals.Transcribed));
        Assert.Equal(own.ExternalByTopic, page.Totals.Topics.ToDictionary(topic => topic.Subject, topic => (int)topic.Calls, StringComparer.Ordinal));
        var metrics = page.Metrics!.Metrics.ToDictionary(metric => metric.Metric, metric => metric.Value, StringComparer.Ordinal);
        Assert.Equal(page.Totals.CallsHeld, metrics["calls.held"]);
        // Each is rounded where it is shown.
        Assert.InRange(metrics["calls.averageLength"]!.Value - (page.Totals.AverageSeconds!.Value / 60), -0.005m, 0.005m);
        Assert.InRange(metrics["calls.talkRatio"]!.Value - page.Totals.TalkRatio!.Value, -0.00005m, 0.00005m);
        Assert.InRange(metrics["calls.sentiment"]!.Value - page.Totals.Sentiment!.Value, -0.00005m, 0.00005m);
    }

    [Fact]
    public async Task Pages_hold_every_call_once_the_latest_first()
    {
        await company.StartedAsync();
        List<CallInsight> calls = [];
        string? cursor = null;
        do
        {
            var page = await company.GetAsync($"{Ever}&type=internal&limit=40{(cursor is null ? "" : $"&cursor={cursor}")}");
            calls.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);

        var own = await company.ReadTotalsAsync();
        Assert.Equal(own.Calls - own.External, calls.Select(call => call.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(calls.OrderByDescending(call => call.StartedAt).Select(call => call.StartedAt), calls.Select(call => call.StartedAt));
        Assert.All(calls, call => Assert.Equal(CallType.Internal, call.Type));
    }

    [Fact]
    public async Task Filters_by_participant_direction_and_day_leave_what_they_say()
    {
        await company.StartedAsync();
        var all = await company.GetAsync(Ever + "&limit=200");
        var colleague = all.Items[0].Participants.First(person => person.Id is not null);
        var day = all.Items[100].StartedAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var byUser = await company.GetAsync($"{Ever}&participant={colleague.Id}");
        var byName = await company.GetAsync($"{Ever}&participant={Uri.EscapeDataString(colleague.Name!.ToUpperInvariant())}");
        var inbound = await company.GetAsync(Ever + "&direction=inbound");
        var ofDay = await company.GetAsync($"?from={day}&to={day}");

        Assert.All(byUser.Items, call => Assert.Contains(call.Participants, person => person.Id == colleague.Id));
        Assert.InRange(byUser.Totals.Calls, 1, all.Totals.Calls - 1);
        Assert.True(byName.Totals.Calls >= byUser.Totals.Calls);
        Assert.Null(byUser.Metrics);
        Assert.All(inbound.Items, call => Assert.Equal("inbound", call.Direction));
        Assert.Contains(ofDay.Items, call => call.Id == all.Items[100].Id);
        Assert.All(ofDay.Items, call => Assert.Equal(all.Items[100].StartedAt.UtcDateTime.Date, call.StartedAt.UtcDateTime.Date));
    }

    [Fact]
    public async Task Findings_show_the_sentence_in_the_transcript_that_they_come_from()
    {
        await company.StartedAsync();
        var calls = (await company.GetAsync(Ever + "&type=external&limit=200")).Items.Where(call => call.HasTranscript).Take(10).ToList();

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            var detail = await company.Client.GetFromJsonAsync($"/api/v1/gong/calls/{call.Id}", ConversationsJson.Default.CallDetail, Cancelled);
            Assert.NotEmpty(detail!.Call.Analysis!.Findings);
            Assert.All(detail.Call.Analysis.Findings, finding =>
            {
                Assert.Contains(finding.Sentence, detail.Transcript![finding.Segment].Text, StringComparison.Ordinal);
                Assert.Equal(finding.SpeakerId, detail.Transcript[finding.Segment].SpeakerId);
                Assert.Contains(detail.Call.Participants, person => person.SpeakerId == finding.SpeakerId && person.Side == finding.Side);
            });
            Assert.Contains(detail.Call.Analysis.Findings, finding => finding.Kind == CallFindingKind.NextStep);
        }
    }

    [Fact]
    public async Task Objections_and_competitors_are_counted_by_calls()
    {
        await company.StartedAsync();
        var page = await company.GetAsync(Ever + "&type=external&limit=200");
        List<CallInsight> calls = [.. page.Items];
        for (var cursor = page.Next; cursor is not null;)
        {
            var next = await company.GetAsync($"{Ever}&type=external&limit=200&cursor={cursor}");
            calls.AddRange(next.Items);
            cursor = next.Next;
        }

        Assert.NotEmpty(page.Totals.Competitors);
        Assert.All(page.Totals.Competitors, one => Assert.Equal(CallsWith(CallFindingKind.Competitor, one.Subject), one.Calls));
        Assert.NotEmpty(page.Totals.Objections);
        Assert.All(page.Totals.Objections, one => Assert.Equal(CallsWith(CallFindingKind.Objection, one.Subject), one.Calls));

        int CallsWith(CallFindingKind kind, string subject) =>
            calls.Count(call => call.Analysis?.Findings.Any(finding => finding.Kind == kind && finding.Subject == subject) == true);
    }

    [Fact]
    public async Task A_call_that_Gong_tells_of_is_among_the_insights_at_once_with_what_was_found()
    {
        await company.StartedAsync();
        var held = await company.HoldAsync(new { transcript = true });

        using var taken = await company.PostWebhookAsync(held.Id);

        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        var page = await Eventually.SeeAsync(
            () => company.GetAsync("?limit=3"), page => page.Items.Any(call => call.Id == held.Id && call.Analysis is not null), s_patience);
        var call = page.Items.First(call => call.Id == held.Id);
        Assert.Equal(held.Title, call.Title);
        Assert.Contains($"{held.DealId}", call.DealIds, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_post_that_is_signed_for_another_address_leaves_nothing()
    {
        await company.StartedAsync();
        var held = await company.HoldAsync(new { transcript = false });

        using var refused = await company.PostWebhookAsync(held.Id, url: "https://elsewhere.example/webhooks/gong");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var call = await company.Client.GetAsync($"/api/v1/gong/calls/{held.Id}", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, call.StatusCode);
        // The totals of the other tests are the company's own: let Gong tell of it after all.
        using var taken = await company.PostWebhookAsync(held.Id);
        await Eventually.SeeAsync(() => company.GetAsync("?limit=5"), page => page.Items.Any(one => one.Id == held.Id), s_patience);
    }

    [Fact]
    public async Task Only_the_fields_that_are_named_are_sent()
    {
        await company.StartedAsync();

        var page = await company.Client.GetFromJsonAsync<JsonElement>($"/api/v1/gong/insights{Ever}&fields=id,analysis.summary", Cancelled);

        Assert.All(page.GetProperty("items").EnumerateArray(), call => Assert.Equal(["id", "analysis"], call.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal));
        Assert.True(page.TryGetProperty("totals", out _));
    }

    [Fact]
    public async Task A_call_that_has_not_changed_is_not_sent_again()
    {
        await company.StartedAsync();
        var path = $"/api/v1/gong/calls/{(await company.GetAsync(Ever + "&limit=1")).Items[0].Id}";
        using var first = await company.Client.GetAsync(path, Cancelled);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(first.Headers.ETag!.ToString()));

        using var again = await company.Client.SendAsync(request, Cancelled);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("from=yesterday", "from")]
    [InlineData("from=2026-05-02&to=2026-05-01", "from")]
    [InlineData("type=everything", "type")]
    [InlineData("direction=up", "direction")]
    [InlineData("fields=salary", "fields")]
    [InlineData("limit=201", "limit")]
    [InlineData("cursor=made-up", "cursor")]
    public async Task What_cannot_be_answered_is_said_per_parameter(string query, string parameter)
    {
        await company.StartedAsync();
        using var refused = await company.Client.GetAsync($"/api/v1/gong/insights?{query}", Cancelled);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(Cancelled);
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), problem.GetRawText());
    }
}
