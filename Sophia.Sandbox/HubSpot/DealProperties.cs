using Sophia.Sandbox.Crm;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>What HubSpot calls the parts of a deal.</summary>
internal static class DealProperties
{
    public const string Pipeline = "default";

    public static PropertySet<Deal> Set { get; } = new(
        new Dictionary<string, Func<Deal, string?>>(StringComparer.Ordinal)
        {
            ["dealname"] = deal => deal.Name,
            ["amount"] = deal => Text(deal.Amount),
            ["amount_in_home_currency"] = deal => Text(deal.Amount),
            ["deal_currency_code"] = _ => "USD",
            ["closedate"] = deal => Text(deal.CloseDate),
            ["pipeline"] = _ => Pipeline,
            ["dealstage"] = deal => deal.Stage.Key,
            ["createdate"] = deal => Text(deal.CreatedAt),
            ["hs_lastmodifieddate"] = deal => Text(deal.ModifiedAt),
            ["hubspot_owner_id"] = deal => Text(deal.OwnerId),
            ["hs_object_id"] = deal => Text(deal.Id),
            ["product_line"] = deal => deal.ProductLine.Name(),
        },
        ["amount", "closedate", "dealname", "dealstage", "pipeline"]);

    /// <summary>The properties whose changes webhooks announce.</summary>
    public static IReadOnlyList<string> Subscribed { get; } = ["dealname", "dealstage", "amount", "closedate", "hubspot_owner_id", "product_line"];
}
