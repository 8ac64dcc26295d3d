using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>A company of HubSpot is an account.</summary>
internal static class AccountFact
{
    public static Account From(LoggedEvent logged, JsonElement source, HubSpotOptions options) => new()
    {
        Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
        SourceVersion = logged.SourceVersion ?? 0,
        IsRemoved = Archived.Is(source),
        Name = HubSpotProperty.Of(source, "name"),
        Region = HubSpotProperty.Of(source, options.RegionProperty),
        Segment = HubSpotProperty.Of(source, options.SegmentProperty),
    };
}
