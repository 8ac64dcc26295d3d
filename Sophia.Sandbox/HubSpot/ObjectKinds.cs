using System.Text.Json;
using Sophia.Sandbox.Crm;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The object types that are served.</summary>
internal static class ObjectKinds
{
    public static ObjectKind<Deal> Deals(CrmStore store) =>
        new("deals", DealProperties.Set, store.ReadDeals, WriteHistory, deal => deal.CompanyId);

    public static ObjectKind<Company> Companies(CrmStore store) =>
        new("companies", CompanyProperties.Set, store.ReadCompanies, null, null);

    /// <summary>Stages newest first, as HubSpot gives them; no deal ever leaves its pipeline. Other histories are not kept.</summary>
    private static void WriteHistory(Utf8JsonWriter json, Deal deal, string[] properties)
    {
        foreach (var property in properties)
        {
            switch (property)
            {
                case "dealstage":
                    json.WriteStartArray(property);
                    for (var index = deal.History.Length - 1; index >= 0; index--)
                    {
                        WriteChange(json, deal.History[index].Stage.Key, deal.History[index].At);
                    }

                    json.WriteEndArray();
                    break;
                case "pipeline":
                    json.WriteStartArray(property);
                    WriteChange(json, DealProperties.Pipeline, deal.CreatedAt);
                    json.WriteEndArray();
                    break;
            }
        }
    }

    private static void WriteChange(Utf8JsonWriter json, string value, DateTimeOffset at)
    {
        json.WriteStartObject();
        json.WriteString("value", value);
        json.WriteString("timestamp", Text(at));
        json.WriteString("sourceType", "CRM_UI");
        json.WriteEndObject();
    }
}
