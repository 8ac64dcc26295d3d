using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sophia.Integrations.HubSpot;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.HubSpot.Pull;

namespace Sophia.Tests.Integrations.HubSpot;

/// <summary>The connector over a vendor of the test's choice.</summary>
internal sealed class HubSpotParts
{
    public HubSpotParts(HttpMessageHandler vendor, TimeProvider clock, HubSpotOptions? options = null)
    {
        var settings = Options.Create(options ?? new HubSpotOptions { Token = "token", HomeCurrency = "USD", BaseUrl = new Uri("https://hubspot.example/") });
        var http = new HttpClient(vendor) { BaseAddress = settings.Value.BaseUrl };
        http.DefaultRequestHeaders.Authorization = new("Bearer", settings.Value.Token);
        Budget = new HubSpotBudget(settings, clock);
        Api = new HubSpotApi(new HubSpotSender(http, Budget, clock, NullLogger<HubSpotSender>.Instance));
        Connector = new HubSpotConnector(Api, new ObjectReader(Api), Budget, settings);
        Deals = ObjectType.Deals(settings.Value);
    }

    public HubSpotBudget Budget { get; }

    public HubSpotApi Api { get; }

    public HubSpotConnector Connector { get; }

    public ObjectType Deals { get; }
}
