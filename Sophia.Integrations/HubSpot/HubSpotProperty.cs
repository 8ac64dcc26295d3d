using System.Text.Json;

namespace Sophia.Integrations.HubSpot;

/// <summary>Reads the properties of HubSpot's objects, which all travel as text or null.</summary>
internal static class HubSpotProperty
{
    /// <summary>A property of an object; null where it is missing or empty.</summary>
    public static string? Of(JsonElement source, string name) =>
        source.TryGetProperty("properties", out var properties) ? SourceValue.Text(properties, name) : null;
}
