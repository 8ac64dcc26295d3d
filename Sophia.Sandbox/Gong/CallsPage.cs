using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sophia.Sandbox.Calls;

namespace Sophia.Sandbox.Gong;

/// <summary>A page of the calls that match a filter.</summary>
/// <param name="Calls">At most <see cref="Size"/>.</param>
/// <param name="Total">How many match in all.</param>
/// <param name="Number">The page's number, from 0.</param>
/// <param name="Cursor">What the next page is asked with; nothing on the last one.</param>
internal sealed record CallsPage(IReadOnlyList<Call> Calls, int Total, int Number, string? Cursor)
{
    /// <summary>Calls of a page.</summary>
    public const int Size = 100;

    /// <summary>Reads a page; exactly one of the results is there.</summary>
    /// <param name="book">All calls.</param>
    /// <param name="filter">Which of them.</param>
    /// <param name="cursor">What the page before gave.</param>
    /// <param name="also">What else must hold.</param>
    public static (CallsPage? Page, GongError? Error) Read(CallBook book, CallsFilter filter, string? cursor, Func<Call, bool> also)
    {
        if (!TryMoment(filter.FromDateTime, out var from) || !TryMoment(filter.ToDateTime, out var to))
        {
            return (null, GongError.Invalid("fromDateTime and toDateTime must be in ISO-8601, for example 2018-02-18T02:30:00-08:00."));
        }

        var after = default((long Ticks, ulong Id, int Page));
        if (cursor is not null && !TryCursor(cursor, Print(filter), out after))
        {
            return (null, GongError.Invalid("The cursor has expired or belongs to other inputs."));
        }

        HashSet<string>? ids = filter.CallIds is null ? null : [.. filter.CallIds];
        HashSet<string>? hosts = filter.PrimaryUserIds is null ? null : [.. filter.PrimaryUserIds];
        var matching = book.Read(calls => calls.Skip(FirstFrom(calls, from)).TakeWhile(call => to is null || call.StartedAt < to)
            .Where(call => (ids is null || ids.Contains(GongText.Text(call.Id))) && (hosts is null || hosts.Contains(GongText.User(call.HostId))) && also(call))
            .ToList());
        if (matching.Count == 0)
        {
            return (null, GongError.NoCalls);
        }

        List<Call> rest = cursor is null
            ? matching
            : [.. matching.SkipWhile(call => call.StartedAt.UtcTicks < after.Ticks || (call.StartedAt.UtcTicks == after.Ticks && call.Id <= after.Id))];
        List<Call> page = [.. rest.Take(Size)];
        return (new CallsPage(page, matching.Count, after.Page, rest.Count > Size ? CursorBehind(filter, page[^1], after.Page + 1) : null), null);
    }

    public void WriteRecords(Utf8JsonWriter json)
    {
        json.WriteStartObject("records");
        json.WriteNumber("totalRecords", Total);
        json.WriteNumber("currentPageSize", Calls.Count);
        json.WriteNumber("currentPageNumber", Number);
        if (Cursor is not null)
        {
            json.WriteString("cursor", Cursor);
        }

        json.WriteEndObject();
    }

    private static int FirstFrom(IReadOnlyList<Call> calls, DateTimeOffset? from)
    {
        var (low, high) = (0, calls.Count);
        while (from is not null && low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = calls[middle].StartedAt < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool TryMoment(string? text, out DateTimeOffset? moment)
    {
        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        moment = read ? parsed : null;
        return read || string.IsNullOrEmpty(text);
    }

    // A cursor goes with the inputs that it was made for.
    private static string Print(CallsFilter filter) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|', filter.FromDateTime, filter.ToDateTime, filter.WorkspaceId, string.Join(',', filter.CallIds ?? []), string.Join(',', filter.PrimaryUserIds ?? [])))).AsSpan(0, 6));

    private static string CursorBehind(CallsFilter filter, Call last, int page) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Print(filter)}.{last.StartedAt.UtcTicks}.{last.Id}.{page}")));

    private static bool TryCursor(string cursor, string print, out (long Ticks, ulong Id, int Page) after)
    {
        after = default;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        if (!Base64Url.IsValid(cursor) || !Base64Url.TryDecodeFromChars(cursor, bytes, out var length))
        {
            return false;
        }

        return Encoding.ASCII.GetString(bytes, 0, length).Split('.') is [var made, var ticks, var id, var page]
            && string.Equals(made, print, StringComparison.Ordinal)
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out after.Ticks)
            && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out after.Id)
            && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out after.Page);
    }
}
