using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.Gong.Client;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>Reads the company's users, all of them each time: there are few, and the log drops what has not changed.</summary>
internal sealed class UserPull(GongApi api)
{
    public async Task<SourcePage> ReadAsync(CancellationToken cancellationToken)
    {
        List<NewEvent> events = [];
        string? after = null;
        do
        {
            var page = (await api.ListUsersAsync(after, cancellationToken)).Body;
            events.AddRange(page.Users.Select(EventOf).OfType<NewEvent>());
            after = page.Records?.Cursor;
        }
        while (after is not null);

        return new SourcePage(events, "{}", HistoryLoaded: true, events.Count, events.Count);
    }

    private static NewEvent? EventOf(JsonElement user) =>
        SourceValue.Id(user, "id") is { } id
            ? new NewEvent
            {
                Stream = new StreamName(GongKinds.Connection, GongKinds.User, id),
                SourceVersion = null,
                Payload = CanonicalJson.Write(user),
            }
            : null;
}
