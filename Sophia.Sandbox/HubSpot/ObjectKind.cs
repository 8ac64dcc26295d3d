using System.Text.Json;
using Sophia.Sandbox.Crm;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>What differs between HubSpot's object types, so that one set of endpoints serves them all.</summary>
/// <param name="Plural">The path segment.</param>
/// <param name="Properties">The properties of the type.</param>
/// <param name="Read">Reads the type's table under the store's lock.</param>
/// <param name="WriteHistory">Writes the histories of the named properties, as far as they are kept.</param>
/// <param name="CompanyOf">The associated company, where the type has one.</param>
internal sealed record ObjectKind<T>(
    string Plural,
    PropertySet<T> Properties,
    Func<Func<ObjectTable<T>, List<T>>, List<T>> Read,
    Action<Utf8JsonWriter, T, string[]>? WriteHistory,
    Func<T, long>? CompanyOf)
    where T : class, ICrmObject
{
    /// <summary>Writes one object with the properties that the caller selected.</summary>
    public void Write(Utf8JsonWriter json, T source, string[] properties, string[] withHistory, bool associations)
    {
        json.WriteStartObject();
        json.WriteString("id", Text(source.Id));
        json.WriteStartObject("properties");
        foreach (var property in properties)
        {
            json.WriteString(property, Properties.Read(property, source));
        }

        json.WriteEndObject();
        if (withHistory.Length > 0 && WriteHistory is not null)
        {
            json.WriteStartObject("propertiesWithHistory");
            WriteHistory(json, source, withHistory);
            json.WriteEndObject();
        }

        json.WriteString("createdAt", Text(source.CreatedAt));
        json.WriteString("updatedAt", Text(source.ModifiedAt));
        json.WriteBoolean("archived", source.ArchivedAt is not null);
        if (source.ArchivedAt is { } archivedAt)
        {
            json.WriteString("archivedAt", Text(archivedAt));
        }

        if (associations && CompanyOf is not null)
        {
            json.WriteStartObject("associations");
            json.WriteStartObject("companies");
            json.WriteStartArray("results");
            json.WriteStartObject();
            json.WriteString("id", Text(CompanyOf(source)));
            json.WriteString("type", "deal_to_company");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
