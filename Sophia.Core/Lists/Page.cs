namespace Sophia.Core.Lists;

/// <summary>A part of a list, in the list's order.</summary>
/// <typeparam name="TItem">What is listed.</typeparam>
public sealed record Page<TItem>
{
    /// <summary>The items; as many as the limit asked for, fewer only at the end of the list.</summary>
    public required IReadOnlyList<TItem> Items { get; init; }

    /// <summary>What to send as <c>cursor</c> for the items behind these, or null at the end of the list.</summary>
    public required string? Next { get; init; }
}
