using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.HubSpot;

namespace Sophia.Sandbox.Webhooks;

/// <summary>What happened and is still to be told, in order. The store's lock serialises its writers.</summary>
internal sealed partial class WebhookQueue
{
    // About a day of an absent receiver at the default pace; past that the oldest go, as HubSpot gives up too.
    private const int Capacity = 100_000;

    private readonly Channel<WebhookEvent> _events;
    private readonly ILogger<WebhookQueue> _logger;
    private readonly bool _subscribed;
    private long _lastEventId;

    public WebhookQueue(IOptions<SandboxOptions> options, TimeProvider clock, ILogger<WebhookQueue> logger)
    {
        _logger = logger;
        _subscribed = options.Value.HubSpot.WebhookUrl.Length > 0;
        // Receivers drop events whose id they know, so a restarted company must not repeat one: microseconds of the start.
        _lastEventId = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        _events = Channel.CreateBounded<WebhookEvent>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => LogDropped(dropped.EventId, dropped.SubscriptionType, dropped.ObjectId));
    }

    public ChannelReader<WebhookEvent> Reader => _events.Reader;

    public void AnnounceCreation(Deal deal) => Announce("deal.creation", 1, deal);

    public void AnnounceChange(Deal before, Deal after)
    {
        if (after.ArchivedAt is not null)
        {
            Announce("deal.deletion", 2, after);
            return;
        }

        foreach (var property in DealProperties.Subscribed)
        {
            var value = DealProperties.Set.Read(property, after);
            if (!string.Equals(value, DealProperties.Set.Read(property, before), StringComparison.Ordinal))
            {
                Announce("deal.propertyChange", 3, after, property, value);
            }
        }
    }

    public void AnnounceChange(Company company) =>
        Announce("company.propertyChange", 4, company, "numberofemployees", CompanyProperties.Set.Read("numberofemployees", company));

    private void Announce(string type, long subscription, ICrmObject changed, string? property = null, string? value = null)
    {
        if (_subscribed)
        {
            _events.Writer.TryWrite(new WebhookEvent
            {
                EventId = ++_lastEventId,
                SubscriptionId = 4_100_000 + subscription,
                PortalId = 62_515,
                AppId = 113_265,
                OccurredAt = changed.ModifiedAt.ToUnixTimeMilliseconds(),
                SubscriptionType = type,
                ObjectId = changed.Id,
                ChangeSource = "CRM_UI",
                PropertyName = property,
                PropertyValue = value,
            });
        }
    }

    [LoggerMessage(LogLevel.Warning, "The webhook queue is full: event {EventId} ({Type} of {ObjectId}) is dropped")]
    private partial void LogDropped(long eventId, string type, long objectId);
}
