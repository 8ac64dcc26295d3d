using Microsoft.AspNetCore.WebUtilities;

namespace Sophia.Web.Conversations;

/// <summary>Which calls are listed, as the page's address and the API's say it alike.</summary>
/// <param name="From">The first day, yyyy-MM-dd, or null.</param>
/// <param name="To">The last day, yyyy-MM-dd, or null.</param>
/// <param name="Participant">Somebody who took part, or null for all.</param>
/// <param name="Type">With whom, or null for all.</param>
/// <param name="Cursor">Where the page before ended, or null for the first.</param>
internal sealed record CallsQuery(string? From, string? To, string? Participant, string? Type, string? Cursor)
{
    /// <summary>The query under a path.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(path,
        new[] { ("from", From), ("to", To), ("participant", Participant), ("type", Type), ("cursor", Cursor) }
            .Where(static pair => !string.IsNullOrEmpty(pair.Item2))
            .Select(static pair => KeyValuePair.Create(pair.Item1, pair.Item2)));
}
