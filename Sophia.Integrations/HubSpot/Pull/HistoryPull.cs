using System.Runtime.CompilerServices;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>Reads all objects of a type, page after page.</summary>
internal sealed class HistoryPull(HubSpotApi api)
{
    /// <summary>The cursor to begin with: what changes from now on is read after the history, so nothing is lost meanwhile.</summary>
    public async Task<PullCursor> BeginAsync(ObjectType type, CancellationToken cancellationToken)
    {
        var count = await api.CountAsync(type, cancellationToken);
        return new PullCursor
        {
            ChangedSince = ChangePull.CompleteAt(count.AnsweredAt),
            Total = count.Body.Total,
        };
    }

    /// <summary>The pages from the cursor on, each with the cursor behind it.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<NewEvent> Events, PullCursor Cursor)> ReadAsync(
        ObjectType type, PullCursor cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (!cursor.HistoryLoaded)
        {
            var page = (await api.ListAsync(type, cursor.After, cancellationToken)).Body;
            var next = page.Paging?.Next?.After;
            cursor = cursor with
            {
                After = next,
                HistoryLoaded = next is null,
                Loaded = cursor.Loaded + page.Results.Count,
            };
            yield return ([.. page.Results.Select(source => ObjectEvents.FromList(type, source)).OfType<NewEvent>()], cursor);
        }
    }
}
