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
        Name = HubSpotValue.Property(source, "name"),
        Region = HubSpotValue.Property(source, options.RegionProperty),
        Segment = HubSpotValue.Property(source, options.SegmentProperty),
    };
}
