using System.Runtime.CompilerServices;
using Sophia.Core.Events;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.BambooHr.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>
/// Reads all employees, then those who changed. Both lists come from the same call, which names everybody who changed
/// since a moment: since the beginning, that is everybody, leavers too.
/// </summary>
internal sealed class EmployeePull(BambooHrApi api, EmployeeReader reader)
{
    private const int PageSize = 50;

    // BambooHR tells times to the second, and what was written while it answered may be missing.
    private static readonly TimeSpan s_overlap = TimeSpan.FromSeconds(30);

    /// <summary>The pages from the cursor on.</summary>
    public async IAsyncEnumerable<SourcePage> ReadAsync(string? text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = EmployeeCursor.Parse(text);
        if (cursor is not { HistoryLoaded: true })
        {
            var listed = await api.ReadChangedAsync(DateTimeOffset.UnixEpoch, cancellationToken);
            var everybody = InOrder(listed.Body);
            cursor ??= new EmployeeCursor { ChangedSince = listed.AnsweredAt - s_overlap, Total = everybody.Count };
            foreach (var page in everybody.SkipWhile(one => cursor.After is { } after && Compare(one.Id, after) <= 0).Chunk(PageSize))
            {
                cursor = cursor with
                {
                    After = page[^1].Id,
                    HistoryLoaded = page[^1] == everybody[^1],
                    Loaded = cursor.Loaded + page.Length,
                };
                yield return Page(await reader.ReadAsync(page, RequestUrgency.Background, cancellationToken), cursor);
            }

            cursor = cursor with { HistoryLoaded = true };
        }

        var changed = await api.ReadChangedAsync(cursor.ChangedSince, cancellationToken);
        foreach (var page in InOrder(changed.Body).Chunk(PageSize).SkipLast(1))
        {
            yield return Page(await reader.ReadAsync(page, RequestUrgency.Background, cancellationToken), cursor);
        }

        var complete = changed.AnsweredAt - s_overlap;
        cursor = cursor with { ChangedSince = complete > cursor.ChangedSince ? complete : cursor.ChangedSince };
        var last = InOrder(changed.Body).Chunk(PageSize).LastOrDefault() ?? [];
        yield return Page(await reader.ReadAsync(last, RequestUrgency.Background, cancellationToken), cursor);
    }

    private static SourcePage Page(IReadOnlyList<NewEvent> events, EmployeeCursor cursor) =>
        new(events, cursor.ToString(), cursor.HistoryLoaded, cursor.Loaded, cursor.Total);

    private static List<PointedEmployee> InOrder(ChangedAnswer answer)
    {
        List<PointedEmployee> pointed =
        [
            .. (answer.Employees ?? new Dictionary<string, ChangedEmployee>(StringComparer.Ordinal)).Values
                .Select(one => new PointedEmployee(one.Id, one.LastChanged.ToUnixTimeMilliseconds(), one.Action is "Deleted")),
        ];
        pointed.Sort((one, other) => Compare(one.Id, other.Id));
        return pointed;
    }

    /// <summary>Ids are numbers without leading zeros: the longer is the larger.</summary>
    private static int Compare(string one, string other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other);
}
