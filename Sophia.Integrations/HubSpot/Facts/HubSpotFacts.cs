using System.Text.Json;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>Turns HubSpot's deals, companies, owners and pipeline stages into facts.</summary>
internal sealed class HubSpotFacts(IOptions<HubSpotOptions> options) : IFactMapping
{
    public string KindPrefix => HubSpotKinds.Prefix;

    public IReadOnlyList<Fact> Map(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        var source = content.RootElement;
        Fact? fact = logged.Stream.Kind switch
        {
            HubSpotKinds.Deal => DealFact.From(logged, source, options.Value),
            HubSpotKinds.Company => AccountFact.From(logged, source, options.Value),
            HubSpotKinds.Owner => OwnerFact.From(logged, source),
            HubSpotKinds.Stage => StageFact.From(logged, source),
            _ => null,
        };
        return fact is null ? [] : [fact];
    }
}
