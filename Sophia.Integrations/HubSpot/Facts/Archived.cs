using System.Text.Json;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>Deleted objects are what HubSpot calls archived.</summary>
internal static class Archived
{
    public static bool Is(JsonElement source) =>
        source.TryGetProperty("archived", out var archived) && archived.ValueKind == JsonValueKind.True;
}
