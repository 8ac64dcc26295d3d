using System.Globalization;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Data.EventLog;
using Sophia.Data.Projection;
using Sophia.Integrations;
using Sophia.Sandbox.Crm;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.Integrations;

namespace Sophia.Tests.Agents;

public sealed class NotificationTests : IAsyncLifetime
{
    private LocalHubSpot _hubSpot = null!;
    private TestDatabase _database = null!;
    private AgentsHost _agents = null!;
    private int _notifications;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hubSpot = await LocalHubSpot.StartAsync(deals: 400, companies: 100);
        _database = await TestDatabase.CreateAsync();
        _agents = await AgentsHost.StartAsync(_database, _hubSpot, project: true, KeyValuePair.Create<string, string?>("HubSpot:PollInterval", "01:00:00"));
        await _agents.WaitForTotalsOfAsync(_hubSpot);
        await _agents.WaitForStatusAsync(status => status.HistoryLoaded);
    }

    public async ValueTask DisposeAsync()
    {
        await _agents.DisposeAsync();
        await _database.DisposeAsync();
        await _hubSpot.DisposeAsync();
    }

    [Fact]
    public async Task A_deal_won_in_HubSpot_reaches_the_dashboard()
    {
        var id = FindOpenDeal();
        await _hubSpot.PostAsync($"/sandbox/deals/{id}/win", new { amount = 12_345m }, Cancelled);

        await NotifyAsync(("deal.propertyChange", id));

        await _agents.WaitForTotalsOfAsync(_hubSpot);
    }

    [Fact]
    public async Task A_deleted_deal_leaves_the_dashboard()
    {
        var id = FindOpenDeal();
        var before = await _agents.ReadAsync();
        await _hubSpot.Control.DeleteAsync($"/sandbox/deals/{id}", Cancelled);

        await NotifyAsync(("deal.deletion", id));

        var after = await _agents.WaitForTotalsOfAsync(_hubSpot);
        Assert.Equal(before.Created - 1, after.Created);
        Assert.True(after.OpenPipeline < before.OpenPipeline);
    }

    [Fact]
    public async Task A_page_of_the_history_that_arrives_after_a_newer_webhook_does_not_undo_it()
    {
        var id = FindOpenDeal();
        var stale = await _agents.Get<ISourceConnector>().ReadNotifiedAsync([Notification("deal.propertyChange", id)], Cancelled);
        await _hubSpot.PostAsync($"/sandbox/deals/{id}/win", new { amount = 12_345m }, Cancelled);
        await NotifyAsync(("deal.propertyChange", id));
        var shown = await _agents.WaitForTotalsOfAsync(_hubSpot);

        var appended = await _agents.Get<EventAppender>().AppendAsync(stale, cursor: null, checkpoint: null, Cancelled);

        Assert.Equal(1, appended.Appended);
        await ProjectAllAsync();
        Assert.Equal(shown, await _agents.ReadAsync());
    }

    [Fact]
    public async Task A_burst_of_120_notifications_costs_few_calls()
    {
        await _hubSpot.PostAsync("/sandbox/burst?count=30", null, Cancelled);
        var ids = LatelyChangedDeals();
        var before = _hubSpot.Requests;

        await NotifyAsync([.. Enumerable.Range(0, 120).Select(index => ("deal.propertyChange", ids[index % ids.Count]))]);

        await _agents.WaitForTotalsOfAsync(_hubSpot);
        Assert.InRange(_hubSpot.Requests - before, 2, 4);
    }

    [Fact]
    public async Task The_same_notification_twice_is_followed_once()
    {
        var id = FindOpenDeal();
        var notification = NewNotification("deal.propertyChange", id);
        var appender = _agents.Get<EventAppender>();

        Assert.Equal(1, (await appender.AppendAsync([notification], null, null, Cancelled)).Appended);
        Assert.Equal(0, (await appender.AppendAsync([notification], null, null, Cancelled)).Appended);
    }

    [Fact]
    public async Task A_notification_that_HubSpot_will_not_hear_of_is_left_behind_and_the_others_are_followed()
    {
        var id = FindOpenDeal();
        await _hubSpot.PostAsync($"/sandbox/deals/{id}/win", new { amount = 12_345m }, Cancelled);
        _hubSpot.RejectReadsOf("666");

        await NotifyAsync(("deal.propertyChange", "666"), ("deal.propertyChange", id));

        await _agents.WaitForTotalsOfAsync(_hubSpot);
        var status = await _agents.WaitForStatusAsync(status => status.Error is not null);
        Assert.StartsWith("1 notifications could not be followed. HubSpot answered 400: ", status!.Error, StringComparison.Ordinal);
    }

    private string FindOpenDeal() =>
        Id(_hubSpot.Store.ReadDeals(table => table.All.First(deal => deal.IsOpen && deal.ArchivedAt is null)));

    private List<string> LatelyChangedDeals() =>
        _hubSpot.Store.ReadDeals(table => table.All.OrderByDescending(deal => deal.ModifiedAt).Take(30).Select(Id).ToList());

    private static string Id(Deal deal) => deal.Id.ToString(CultureInfo.InvariantCulture);

    private async Task ProjectAllAsync()
    {
        // The worker may take the batch from under us, which is as good.
        var projector = _agents.Get<Projector>();
        while (await projector.ApplyNextAsync(100, Cancelled) > 0)
        {
        }
    }

    private async Task NotifyAsync(params (string Type, string Id)[] notifications) =>
        await _agents.Get<EventAppender>().AppendAsync(
            [.. notifications.Select(one => NewNotification(one.Type, one.Id))], cursor: null, checkpoint: null, Cancelled);

    private NewEvent NewNotification(string type, string id)
    {
        var number = ++_notifications;
        return new NewEvent
        {
            Stream = new StreamName("hubspot", "hubspot.notification", $"{number}"),
            SourceVersion = null,
            Payload = CanonicalJson.Write(JsonSerializer.SerializeToElement(new
            {
                eventId = number,
                subscriptionType = type,
                objectId = long.Parse(id, CultureInfo.InvariantCulture),
                occurredAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
            })),
        };
    }

    private LoggedEvent Notification(string type, string id)
    {
        var notification = NewNotification(type, id);
        return new LoggedEvent
        {
            Position = LogPosition.Start,
            Stream = notification.Stream,
            SourceVersion = null,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Payload = notification.Payload,
        };
    }
}
