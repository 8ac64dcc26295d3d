using System.Buffers;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>
/// Makes events of HubSpot's objects. A list gives the companies of a deal within the deal, a batch read in another
/// call and another shape; both become <c>"associations":{"companies":["12","34"]}</c>, the primary company first, so
/// that the same content has the same bytes on both ways and is recognised as a redelivery.
/// </summary>
internal static class ObjectEvents
{
    private const string Associations = "associations";
    private const string PrimaryCompany = "deal_to_company";

    /// <summary>The event of an object out of a list, with its associations in it.</summary>
    public static NewEvent? FromList(ObjectType type, JsonElement source) =>
        From(type, source, type.HasCompanies ? CompaniesOf(source) : null);

    /// <summary>The event of an object with associations from elsewhere, or null where HubSpot gave no id or time of change.</summary>
    public static NewEvent? From(ObjectType type, JsonElement source, IReadOnlyList<string>? companies) =>
        IdOf(source) is { } id && VersionOf(source) is { } version
            ? new NewEvent
            {
                Stream = new StreamName(HubSpotKinds.Connection, type.Kind, id),
                SourceVersion = version,
                Payload = Write(source, companies),
            }
            : null;

    /// <summary>The event of an object that HubSpot no longer has.</summary>
    public static NewEvent Removed(ObjectType type, string id, long version)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteBoolean("archived", true);
            json.WriteString("id", id);
            json.WriteEndObject();
        }

        return new NewEvent
        {
            Stream = new StreamName(HubSpotKinds.Connection, type.Kind, id),
            SourceVersion = version,
            Payload = buffer.WrittenMemory,
        };
    }

    /// <summary>The object's id.</summary>
    public static string? IdOf(JsonElement source) =>
        source.TryGetProperty("id", out var id) ? id.GetString() : null;

    /// <summary>When the object was last changed, in milliseconds since 1970.</summary>
    public static long? VersionOf(JsonElement source) =>
        SourceValue.Time(HubSpotProperty.Of(source, "hs_lastmodifieddate") ?? SourceValue.Text(source, "updatedAt"))?.ToUnixTimeMilliseconds();

    private static string[] CompaniesOf(JsonElement source)
    {
        if (!source.TryGetProperty(Associations, out var associations)
            || !associations.TryGetProperty("companies", out var companies)
            || !companies.TryGetProperty("results", out var results))
        {
            return [];
        }

        // A primary company stands in the list twice, once with each of its types.
        return
        [
            .. results.EnumerateArray()
                .OrderByDescending(static result => SourceValue.Text(result, "type") is PrimaryCompany)
                .ThenBy(static result => SourceValue.Text(result, "id"), StringComparer.Ordinal)
                .Select(static result => SourceValue.Text(result, "id"))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static ReadOnlyMemory<byte> Write(JsonElement source, IReadOnlyList<string>? companies)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();

            // "associations" sorts before every other member that HubSpot gives but "archived" and "archivedAt".
            var members = source.EnumerateObject().Where(static member => member.Name is not Associations)
                .OrderBy(static member => member.Name, StringComparer.Ordinal).ToLookup(static member => string.CompareOrdinal(member.Name, Associations) < 0);
            WriteMembers(json, members[true]);
            if (companies is not null)
            {
                json.WriteStartObject(Associations);
                json.WriteStartArray("companies");
                foreach (var company in companies)
                {
                    json.WriteStringValue(company);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            WriteMembers(json, members[false]);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteMembers(Utf8JsonWriter json, IEnumerable<JsonProperty> members)
    {
        foreach (var member in members)
        {
            json.WritePropertyName(member.Name);
            json.WriteRawValue(CanonicalJson.Write(member.Value).Span, skipInputValidation: true);
        }
    }
}
