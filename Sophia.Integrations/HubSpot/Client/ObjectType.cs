namespace Sophia.Integrations.HubSpot.Client;

/// <summary>What differs between HubSpot's object types.</summary>
/// <param name="Path">The path segment, for example <c>deals</c>; also the resource's name.</param>
/// <param name="Kind">The kind of the events.</param>
/// <param name="NotificationPrefix">How the subscription types about it begin, for example <c>deal.</c>.</param>
/// <param name="Properties">The properties to ask for.</param>
/// <param name="PropertiesWithHistory">The properties to ask for with all their past values.</param>
/// <param name="HasCompanies">Whether it is associated with companies.</param>
internal sealed record ObjectType(
    string Path,
    string Kind,
    string NotificationPrefix,
    IReadOnlyList<string> Properties,
    IReadOnlyList<string> PropertiesWithHistory,
    bool HasCompanies)
{
    /// <summary>Objects in one answer: HubSpot gives half as many where histories are asked for.</summary>
    public int PageSize => PropertiesWithHistory.Count > 0 ? 50 : 100;

    public static ObjectType Deals(HubSpotOptions options) => new(
        "deals",
        HubSpotKinds.Deal,
        "deal.",
        [
            "dealname", "amount", "amount_in_home_currency", "deal_currency_code", "closedate", "pipeline", "dealstage",
            "createdate", "hs_lastmodifieddate", "hubspot_owner_id", "hs_object_id", options.ProductLineProperty,
        ],
        ["dealstage", "pipeline"],
        HasCompanies: true);

    public static ObjectType Companies(HubSpotOptions options) => new(
        "companies",
        HubSpotKinds.Company,
        "company.",
        [
            "name", "domain", "industry", "country", "numberofemployees", "createdate", "hs_lastmodifieddate", "hs_object_id",
            options.RegionProperty, options.SegmentProperty,
        ],
        [],
        HasCompanies: false);
}
