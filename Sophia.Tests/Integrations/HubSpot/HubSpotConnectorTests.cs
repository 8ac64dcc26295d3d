using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations;
using Sophia.Integrations.HubSpot.Facts;
using OptionsFactory = Microsoft.Extensions.Options.Options;

namespace Sophia.Tests.Integrations.HubSpot;

public sealed class HubSpotConnectorTests : IAsyncLifetime
{
    private LocalHubSpot _hubSpot = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private HubSpotParts Parts => new(new SocketsHttpHandler(), TimeProvider.System, _hubSpot.Options);

    public async ValueTask InitializeAsync() => _hubSpot = await LocalHubSpot.StartAsync(deals: 430, companies: 120);

    public async ValueTask DisposeAsync() => await _hubSpot.DisposeAsync();

    [Fact]
    public async Task The_history_holds_each_object_once_and_adds_up_to_the_companys_own_totals()
    {
        var connector = Parts.Connector;
        var deals = await ReadAllAsync(connector, "deals");
        var companies = await ReadAllAsync(connector, "companies");
        var stages = await ReadAllAsync(connector, "pipelines");

        var totals = await _hubSpot.ReadTotalsAsync(Cancelled);
        Assert.Equal(totals.Deals, deals.Select(deal => deal.Stream.ExternalId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(totals.Companies, companies.Select(company => company.Stream.ExternalId).Distinct(StringComparer.Ordinal).Count());
        var won = Facts<DealStage>(stages).Where(stage => stage.IsWon).Select(stage => stage.Key.ExternalId).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(totals.WonRevenue, Facts<Deal>(deals).Where(deal => won.Contains(deal.StageId)).Sum(deal => deal.Amount));
        var regions = Facts<Account>(companies).ToDictionary(account => account.Key.ExternalId, account => account.Region, StringComparer.Ordinal);
        Assert.Equal(
            totals.RevenueByRegion,
            Facts<Deal>(deals).Where(deal => won.Contains(deal.StageId)).GroupBy(deal => regions[deal.AccountId!]!, StringComparer.Ordinal)
                .ToDictionary(region => region.Key, region => region.Sum(deal => deal.Amount!.Value), StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_seller_of_every_deal_is_a_colleague_with_a_name_and_an_address()
    {
        var connector = Parts.Connector;
        var owners = Facts<SystemUser>(await ReadAllAsync(connector, "owners")).ToDictionary(owner => owner.Key.ExternalId, StringComparer.Ordinal);

        Assert.Equal(40, owners.Count);
        Assert.All(owners.Values, owner => Assert.Matches(@"^[a-z-]+\.[a-z-]+@aurelia\.example$", owner.Email!));
        Assert.All(Facts<Deal>(await ReadAllAsync(connector, "deals")), deal => Assert.NotEmpty(owners[deal.OwnerId!].Name!));
    }

    [Fact]
    public async Task A_history_interrupted_behind_any_page_goes_on_without_loss()
    {
        var connector = Parts.Connector;
        var whole = await ReadAllAsync(connector, "deals");
        List<NewEvent> pieces = [];
        string? cursor = null;
        var isLoaded = false;
        while (!isLoaded)
        {
            await foreach (var page in Parts.Connector.PullAsync("deals", cursor, Cancelled))
            {
                (cursor, isLoaded) = (page.Cursor, page.HistoryLoaded);
                pieces.AddRange(page.Events);
                break;
            }
        }

        Assert.Equal(whole.Select(deal => deal.Stream), pieces.Select(deal => deal.Stream));
    }

    [Fact]
    public async Task Progress_is_told_against_the_companys_own_count()
    {
        List<SourcePage> pages = [];
        await foreach (var page in Parts.Connector.PullAsync("deals", null, Cancelled))
        {
            pages.Add(page);
        }

        var total = (await _hubSpot.ReadTotalsAsync(Cancelled)).Deals;
        Assert.All(pages, page => Assert.Equal(total, page.Total));
        Assert.Equal(50, pages[0].Loaded);
        Assert.False(pages[0].HistoryLoaded);
        Assert.Equal(total, pages[^1].Loaded);
        Assert.True(pages[^1].HistoryLoaded);
    }

    [Fact]
    public async Task What_changed_since_the_history_began_is_read_and_nothing_else()
    {
        var connector = Parts.Connector;
        var (_, cursor) = await PullAsync(connector, "deals", null);
        var won = await FindOpenDealAsync(connector);
        await _hubSpot.PostAsync($"/sandbox/deals/{won}/win", new { amount = 4242m }, Cancelled);

        var (changed, _) = await PullAsync(connector, "deals", cursor);

        var deal = Assert.Single(Facts<Deal>(changed), deal => deal.Key.ExternalId == won);
        Assert.Equal(("default/closedwon", 4242m), (deal.StageId, deal.Amount));
        Assert.True(changed.Count < 50, "Only what changed lately is read.");
    }

    [Fact]
    public async Task An_object_has_the_same_content_whether_listed_or_read_by_its_id()
    {
        var connector = Parts.Connector;
        var (listed, _) = await PullAsync(connector, "deals", null);
        var (companies, _) = await PullAsync(connector, "companies", null);

        var read = await connector.ReadNotifiedAsync(
            [.. Notifications("deal.propertyChange", [listed[0].Stream.ExternalId]), .. Notifications("company.propertyChange", [companies[0].Stream.ExternalId])], Cancelled);

        Assert.Equal([EventIdentity.Of(companies[0]), EventIdentity.Of(listed[0])], read.Select(EventIdentity.Of));
    }

    [Fact]
    public async Task A_burst_of_120_notifications_of_60_deals_costs_three_calls()
    {
        var connector = Parts.Connector;
        var (deals, _) = await PullAsync(connector, "deals", null);
        string[] ids = [.. deals.Take(60).Select(deal => deal.Stream.ExternalId)];
        var before = _hubSpot.Requests;

        var read = await connector.ReadNotifiedAsync([.. Notifications("deal.propertyChange", [.. ids, .. ids])], Cancelled);

        Assert.Equal(60, read.Count);
        Assert.Equal(3, _hubSpot.Requests - before);
    }

    [Fact]
    public async Task A_deleted_deal_is_removed()
    {
        var connector = Parts.Connector;
        var id = await FindOpenDealAsync(connector);
        await _hubSpot.Control.DeleteAsync($"/sandbox/deals/{id}", Cancelled);

        var read = await connector.ReadNotifiedAsync([.. Notifications("deal.deletion", [id])], Cancelled);

        Assert.True(Assert.Single(Facts<Deal>(read)).IsRemoved);
    }

    [Fact]
    public async Task A_deal_that_is_not_there_yet_is_not_taken_for_deleted() =>
        Assert.Empty(await Parts.Connector.ReadNotifiedAsync([.. Notifications("deal.creation", ["123456789"])], Cancelled));

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_short_failure_of_HubSpot_is_not_noticed(int status)
    {
        await _hubSpot.PostAsync("/sandbox/faults", new { count = 2, status }, Cancelled);

        Assert.Equal((await _hubSpot.ReadTotalsAsync(Cancelled)).Companies, (await ReadAllAsync(Parts.Connector, "companies")).Count);
    }

    [Fact]
    public async Task A_wrong_token_is_told_in_HubSpots_own_words()
    {
        var options = _hubSpot.Options;
        options.Token = "wrong";
        var connector = new HubSpotParts(new SocketsHttpHandler(), TimeProvider.System, options).Connector;

        var failure = await Assert.ThrowsAsync<SourceException>(() => ReadAllAsync(connector, "deals"));

        Assert.Equal(SourceFailure.Refused, failure.Failure);
        Assert.StartsWith("HubSpot answered 401: ", failure.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<LoggedEvent> Notifications(string type, IEnumerable<string> ids) =>
        ids.Select((id, index) => new LoggedEvent
        {
            Position = new LogPosition(1, index),
            Stream = new StreamName("hubspot", "hubspot.notification", $"{index}"),
            SourceVersion = null,
            RecordedAt = TimeProvider.System.GetUtcNow(),
            Payload = JsonSerializer.SerializeToUtf8Bytes(new
            {
                eventId = index,
                subscriptionType = type,
                objectId = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture),
                occurredAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
            }),
        });

    private static async Task<List<NewEvent>> ReadAllAsync(ISourceConnector connector, string resource) =>
        (await PullAsync(connector, resource, null)).Events;

    private static async Task<(List<NewEvent> Events, string Cursor)> PullAsync(ISourceConnector connector, string resource, string? cursor)
    {
        List<NewEvent> events = [];
        await foreach (var page in connector.PullAsync(resource, cursor, Cancelled))
        {
            events.AddRange(page.Events);
            cursor = page.Cursor;
        }

        return (events, cursor!);
    }

    private static async Task<string> FindOpenDealAsync(ISourceConnector connector)
    {
        var stages = Facts<DealStage>(await ReadAllAsync(connector, "pipelines")).Where(stage => !stage.IsClosed).Select(stage => stage.Key.ExternalId).ToHashSet(StringComparer.Ordinal);
        return Facts<Deal>(await ReadAllAsync(connector, "deals")).First(deal => stages.Contains(deal.StageId)).Key.ExternalId;
    }

    private static List<T> Facts<T>(IEnumerable<NewEvent> events)
        where T : Fact
    {
        var mapping = new HubSpotFacts(OptionsFactory.Create(new Sophia.Integrations.HubSpot.HubSpotOptions { HomeCurrency = "USD" }));
        return
        [
            .. events.SelectMany((read, index) => mapping.Map(new LoggedEvent
            {
                Position = new LogPosition(1, index),
                Stream = read.Stream,
                SourceVersion = read.SourceVersion,
                RecordedAt = DateTimeOffset.UnixEpoch,
                Payload = read.Payload,
            })).Cast<T>(),
        ];
    }
}
