using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Sophia.Integrations.Gong.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>
/// Reads all calls, then again and again those that began lately. Gong tells no time of change, so what is unchanged is
/// read as well and dropped by the event log. A page of the history that is stored after a newer notification is put right
/// by the next look.
/// </summary>
internal sealed class CallPull(CallObjects objects, IOptions<GongOptions> options)
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>The pages from the cursor on, each with the cursor behind it.</summary>
    public async IAsyncEnumerable<SourcePage> ReadAsync(CallCursor? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (cursor is not { HistoryLoaded: true })
        {
            await foreach (var (page, behind) in ReadHistoryAsync(cursor, cancellationToken))
            {
                yield return page;
                cursor = behind;
            }
        }

        await foreach (var page in LookAsync(cursor!, cancellationToken))
        {
            yield return page;
        }
    }

    private async IAsyncEnumerable<(SourcePage Page, CallCursor Behind)> ReadHistoryAsync(
        CallCursor? cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = new CallsFilter();
        do
        {
            var page = await ReadOnAsync(all, cursor?.After, cancellationToken);
            // A history that Gong let begin again counts anew.
            cursor = page.IsFirst || cursor is null
                ? new CallCursor { LookedAt = page.Read.AnsweredAt, LookedBackAt = page.Read.AnsweredAt, Total = page.Read.Total ?? 0 }
                : cursor;
            cursor = cursor with
            {
                After = page.Read.Next,
                HistoryLoaded = page.Read.Next is null,
                Loaded = cursor.Loaded + page.Read.Objects.Count,
            };
            yield return (PageOf(page.Read, cursor), cursor);
        }
        while (!cursor.HistoryLoaded);
    }

    private async Task<(CallsPage Read, bool IsFirst)> ReadOnAsync(CallsFilter filter, string? after, CancellationToken cancellationToken)
    {
        try
        {
            return (await objects.ListAsync(filter, after, RequestUrgency.Background, cancellationToken), after is null);
        }
        catch (SourceException refused) when (after is not null && refused.Failure == SourceFailure.Rejected)
        {
            // Gong forgets its cursors after a while. What is read again is in the log already.
            return (await objects.ListAsync(filter, null, RequestUrgency.Background, cancellationToken), true);
        }
    }

    private async IAsyncEnumerable<SourcePage> LookAsync(CallCursor cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DateTimeOffset? lookedAt = null;
        string? after = null;
        var farBack = cursor.LookedAt - cursor.LookedBackAt >= s_hour;
        var from = cursor.LookedAt - (farBack ? options.Value.HourlyOverlap : options.Value.Overlap);
        var lately = new CallsFilter(from.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        do
        {
            var page = await objects.ListAsync(lately, after, RequestUrgency.Background, cancellationToken);
            lookedAt ??= page.AnsweredAt;
            after = page.Next;
            // Only a complete look moves on: one that breaks off is begun again.
            cursor = after is null
                ? cursor with { LookedAt = lookedAt.Value, LookedBackAt = farBack ? lookedAt.Value : cursor.LookedBackAt }
                : cursor;
            yield return PageOf(page, cursor);
        }
        while (after is not null);
    }

    private SourcePage PageOf(CallsPage page, CallCursor cursor) =>
        new(objects.EventsOf(page.Objects), cursor.ToString(), cursor.HistoryLoaded, cursor.Loaded, cursor.Total);
}
