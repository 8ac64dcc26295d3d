using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client.Messages;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>
/// Reads what changed since the cursor. A search reaches only 10,000 results, so no page number is used: each page
/// asks for what changed since the last change of the page before, and where one instant fills a whole page (an import
/// changes thousands at once) that instant is read by ids.
/// </summary>
internal sealed class ChangePull(HubSpotApi api, ObjectReader reader)
{
    private const string Modified = "hs_lastmodifieddate";
    private const string ObjectId = "hs_object_id";
    private const int PageSize = 100;

    // The search index follows the objects by a few seconds.
    private static readonly TimeSpan s_indexLag = TimeSpan.FromSeconds(30);

    /// <summary>Up to when the answers given at a moment are complete, in milliseconds since 1970.</summary>
    public static long CompleteAt(DateTimeOffset answeredAt) => (answeredAt - s_indexLag).ToUnixTimeMilliseconds();

    /// <summary>The pages from the cursor on, each with the cursor behind it; the last one may be empty.</summary>
    public async IAsyncEnumerable<(IReadOnlyList<NewEvent> Events, PullCursor Cursor)> ReadAsync(
        ObjectType type, PullCursor cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = cursor.ChangedSince;
        long? completeUntil = null;
        while (true)
        {
            var page = await api.SearchAsync(
                type, Search(Modified, new SearchFilter(Modified, "GTE", Text(from))), cancellationToken);
            completeUntil ??= Math.Max(cursor.ChangedSince, CompleteAt(page.AnsweredAt));
            var found = page.Body.Results;
            var events = await ReadObjectsAsync(type, found, cancellationToken);
            if (found.Count < PageSize)
            {
                yield return (events, cursor with { ChangedSince = completeUntil.Value });
                yield break;
            }

            var last = ChangedAt(found[^1]);
            var fillsPage = last == ChangedAt(found[0]);
            yield return (events, cursor with { ChangedSince = Math.Min(last, completeUntil.Value) });
            if (fillsPage)
            {
                await foreach (var rest in ReadInstantAsync(type, last, cancellationToken))
                {
                    yield return (rest, cursor with { ChangedSince = Math.Min(last, completeUntil.Value) });
                }
            }

            from = fillsPage ? last + 1 : last;
        }
    }

    private static SearchRequest Search(string sortBy, params IReadOnlyList<SearchFilter> filters) =>
        new([new SearchFilterGroup(filters)], [new SearchSort(sortBy, "ASCENDING")], [Modified, ObjectId], PageSize);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long ChangedAt(JsonElement source) =>
        ObjectEvents.VersionOf(source) ?? throw new SourceException(SourceFailure.Unavailable, "HubSpot's search gave an object without its time of change.");

    private async IAsyncEnumerable<IReadOnlyList<NewEvent>> ReadInstantAsync(
        ObjectType type, long instant, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var behind = "0";
        while (true)
        {
            var page = await api.SearchAsync(
                type,
                Search(ObjectId, new SearchFilter(Modified, "EQ", Text(instant)), new SearchFilter(ObjectId, "GT", behind)),
                cancellationToken);
            var found = page.Body.Results;
            if (found.Count > 0)
            {
                yield return await ReadObjectsAsync(type, found, cancellationToken);
                behind = ObjectEvents.IdOf(found[^1]) ?? throw new SourceException(SourceFailure.Unavailable, "HubSpot's search gave an object without an id.");
            }

            if (found.Count < PageSize)
            {
                yield break;
            }
        }
    }

    private async Task<IReadOnlyList<NewEvent>> ReadObjectsAsync(ObjectType type, IReadOnlyList<JsonElement> found, CancellationToken cancellationToken)
    {
        AskedObject[] asked =
        [
            .. from source in found
               let id = ObjectEvents.IdOf(source)
               where id is not null
               select new AskedObject(id, ChangedAt(source), RemovedAt: null, IsGoneIfMissing: true),
        ];
        return asked.Length == 0 ? [] : await reader.ReadAsync(type, asked, RequestUrgency.Background, cancellationToken);
    }
}
