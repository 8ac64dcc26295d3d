using System.Text.Json.Serialization.Metadata;
using Sophia.Core.Lists;

namespace Sophia.Api.Lists;

/// <summary>What is asked of a list.</summary>
/// <typeparam name="TKey">The key that the list is ordered by: unique and never changing, so that no page skips or repeats an item.</typeparam>
/// <param name="After">The key behind which the page begins, or null for the first page.</param>
/// <param name="Limit">How many items at most.</param>
/// <param name="Fields">Which fields of each item.</param>
/// <param name="Question">What a cursor of this list belongs to.</param>
/// <param name="Key">The JSON form of the key.</param>
internal sealed record ListRequest<TKey>(TKey? After, int Limit, FieldSelection Fields, string Question, JsonTypeInfo<TKey> Key)
    where TKey : class
{
    /// <summary>How many rows to read: one more than are sent tells whether there is a next page.</summary>
    public int Read => Limit + 1;

    /// <summary>The page.</summary>
    /// <param name="rows">At most <see cref="Read"/> rows behind <see cref="After"/>, in the list's order.</param>
    /// <param name="keyOf">A row's key.</param>
    public Page<TItem> ToPage<TItem>(IReadOnlyList<TItem> rows, Func<TItem, TKey> keyOf) => rows.Count <= Limit
        ? new() { Items = rows, Next = null }
        : new() { Items = [.. rows.Take(Limit)], Next = ListCursor.Write(keyOf(rows[Limit - 1]), Question, Key) };
}
