using System.Text.Json;
using Sophia.Sandbox.Crm;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The object types that are served.</summary>
internal static class ObjectKinds
{
    public static ObjectKind<Deal> Deals(CrmStore store) =>
        new("deals", DealProperties.Set, store.ReadDeals, WriteStageHistory, deal => deal.CompanyId);

    public static ObjectKind<Company> Companies(CrmStore store) =>
        new("companies", CompanyProperties.Set, store.ReadCompanies, null, null);

    /// <summary>Newest first, as HubSpot gives it.</summary>
    private static void WriteStageHistory(Utf8JsonWriter json, Deal deal)
    {
        json.WriteStartArray("dealstage");
        for (var index = deal.History.Length - 1; index >= 0; index--)
        {
            json.WriteStartObject();
            json.WriteString("value", deal.History[index].Stage.Key);
            json.WriteString("timestamp", Text(deal.History[index].At));
            json.WriteString("sourceType", "CRM_UI");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
