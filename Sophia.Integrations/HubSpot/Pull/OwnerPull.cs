using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>Reads the owners of deals, those who left too, since their deals stay. There is no search among them, and they are few.</summary>
internal sealed class OwnerPull(HubSpotApi api)
{
    /// <summary>All owners, each time; the log drops what has not changed.</summary>
    public async Task<SourcePage> ReadAsync(CancellationToken cancellationToken)
    {
        List<NewEvent> events = [];
        foreach (var archived in new[] { false, true })
        {
            string? after = null;
            do
            {
                var page = await api.ListOwnersAsync(archived, after, cancellationToken);
                events.AddRange(page.Results.Select(Event).OfType<NewEvent>());
                after = page.Paging?.Next?.After;
            }
            while (after is not null);
        }

        return new SourcePage(events, "{}", HistoryLoaded: true, events.Count, events.Count);
    }

    private static NewEvent? Event(JsonElement source) =>
        ObjectEvents.IdOf(source) is { } id && ObjectEvents.VersionOf(source) is { } version
            ? new NewEvent
            {
                Stream = new StreamName(HubSpotKinds.Connection, HubSpotKinds.Owner, id),
                SourceVersion = version,
                Payload = CanonicalJson.Write(source),
            }
            : null;
}
