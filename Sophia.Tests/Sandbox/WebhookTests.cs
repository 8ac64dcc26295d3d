using System.Globalization;
using System.Text;
using System.Text.Json;
using Sophia.Sandbox.Webhooks;

namespace Sophia.Tests.Sandbox;

public sealed class WebhookTests
{
    private const string Secret = "webhook-secret";

    [Fact]
    public void The_signature_of_the_known_example_is_the_known_one()
    {
        var signature = WebhookSignature.Compute(
            "sophia-test-secret",
            "POST",
            "https://bi.example.com/hooks/hubspot?tenant=a%20b",
            Encoding.UTF8.GetBytes("""{"id":1,"name":"café"}"""),
            1_700_000_000_000);

        Assert.Equal("fNoe+wPfHOciiOZtadE0ew1SBmsac4aUFXMnqh0VVLg=", signature);
    }

    [Fact]
    public async Task A_won_deal_is_announced_with_a_signature_that_its_receiver_can_check()
    {
        await using var receiver = await WebhookReceiver.StartAsync(_ => 204);
        await using var sandbox = await StartAsync(receiver);
        var deal = await sandbox.CreateDealAsync(new { amount = 900 });
        var creation = await receiver.NextAsync();

        await sandbox.ControlAsync($"/sandbox/deals/{deal.Id}/win", new { amount = 950 });
        var changes = await receiver.NextAsync();

        foreach (var received in (ReceivedWebhook[])[creation, changes])
        {
            var timestamp = long.Parse(received.Timestamp, CultureInfo.InvariantCulture);
            Assert.Equal(WebhookSignature.Compute(Secret, "POST", receiver.Url, received.Body, timestamp), received.Signature);
            Assert.True((DateTimeOffset.FromUnixTimeMilliseconds(timestamp) - deal.CreatedAt).Duration() < TimeSpan.FromMinutes(1));
            Assert.All(received.Events, item => Assert.Equal(deal.Id, item.GetProperty("objectId").GetInt64()));
        }

        Assert.Equal("deal.creation", Assert.Single(creation.Events).GetProperty("subscriptionType").GetString());
        Assert.Contains(changes.Events, item => Announces(item, "dealstage", "closedwon"));
        // The three changes of a win are queued one by one and may travel in more than one request.
        List<JsonElement> all = [.. changes.Events];
        while (!all.Exists(item => item.GetProperty("propertyName").GetString() == "closedate"))
        {
            all.AddRange((await receiver.NextAsync()).Events);
        }

        Assert.Contains(all, item => Announces(item, "amount", "950"));
    }

    [Fact]
    public async Task A_receiver_that_fails_gets_every_event_again_in_order_with_a_growing_attempt_number()
    {
        await using var receiver = await WebhookReceiver.StartAsync(request => request < 2 ? 503 : 200);
        await using var sandbox = await StartAsync(receiver);

        var deal = await sandbox.CreateDealAsync(new { });
        ReceivedWebhook[] attempts = [await receiver.NextAsync(), await receiver.NextAsync(), await receiver.NextAsync()];

        Assert.Equal([503, 503, 200], attempts.Select(attempt => attempt.Answered));
        Assert.Equal([0, 1, 2], attempts.Select(attempt => attempt.Events[0].GetProperty("attemptNumber").GetInt32()));
        Assert.Equal(deal.Id, attempts[2].Events[0].GetProperty("objectId").GetInt64());
        Assert.Single(attempts.Select(attempt => attempt.Events[0].GetProperty("eventId").GetInt64()).Distinct());
    }

    [Fact]
    public async Task A_burst_arrives_whole_in_batches_of_at_most_a_hundred()
    {
        await using var receiver = await WebhookReceiver.StartAsync(request => request % 3 == 1 ? 500 : 200);
        await using var sandbox = await StartAsync(receiver);
        await sandbox.PostControlAsync("/sandbox/burst?count=400");
        var last = await sandbox.CreateDealAsync(new { });

        List<long> taken = [];
        for (var done = false; !done;)
        {
            var received = await receiver.NextAsync();
            Assert.InRange(received.Events.Count, 1, 100);
            if (received.Answered == 200)
            {
                taken.AddRange(received.Events.Select(item => item.GetProperty("eventId").GetInt64()));
                done = received.Events[^1].GetProperty("objectId").GetInt64() == last.Id;
            }
        }

        Assert.Equal(Enumerable.Range(0, taken.Count).Select(index => taken[0] + index), taken);
        Assert.True(taken.Count > 400);
    }

    [Fact]
    public async Task A_deleted_deal_is_announced()
    {
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await using var sandbox = await StartAsync(receiver);
        var deal = await sandbox.CreateDealAsync(new { });
        await receiver.NextAsync();

        using var deleted = await sandbox.Anonymous.DeleteAsync($"/sandbox/deals/{deal.Id}", TestContext.Current.CancellationToken);

        var item = Assert.Single((await receiver.NextAsync()).Events);
        Assert.Equal(("deal.deletion", deal.Id), (item.GetProperty("subscriptionType").GetString(), item.GetProperty("objectId").GetInt64()));
    }

    [Fact]
    public async Task The_living_company_wins_deals_by_itself_until_it_is_frozen()
    {
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200);
        await using var sandbox = await StartAsync(receiver, ("LivingInterval", "00:00:00.010"));

        var won = false;
        while (!won)
        {
            won = (await receiver.NextAsync()).Events.Any(item => Announces(item, "dealstage", "closedwon"));
        }

        await sandbox.PostControlAsync("/sandbox/freeze");
        var company = JsonElement.Parse(await sandbox.Anonymous.GetByteArrayAsync("/sandbox/company", TestContext.Current.CancellationToken));
        var lived = await sandbox.TotalsAsync($"?from={company.GetProperty("seededUntil").GetString()}");
        Assert.True(company.GetProperty("frozen").GetBoolean());
        Assert.True(lived is { Won: > 0, WonRevenue: > 0 });
    }

    private static Task<SandboxHost> StartAsync(WebhookReceiver receiver, params (string, string)[] settings) =>
        SandboxHost.StartAsync(null, [("HubSpot:WebhookUrl", receiver.Url), ("HubSpot:WebhookSecret", Secret), .. settings]);

    private static bool Announces(JsonElement item, string property, string value) =>
        item.GetProperty("subscriptionType").GetString() == "deal.propertyChange"
        && item.GetProperty("propertyName").GetString() == property
        && item.GetProperty("propertyValue").GetString() == value;
}
