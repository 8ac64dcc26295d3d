using Sophia.Core.Events;

namespace Sophia.Core.Facts;

/// <summary>Turns what one kind of source says into facts. Pure: the same entry gives the same facts, whenever it is read.</summary>
public interface IFactMapping
{
    /// <summary>The beginning of the stream kinds that it understands, for example <c>hubspot.</c>.</summary>
    string KindPrefix { get; }

    /// <summary>The facts of an entry; empty for an entry that says nothing of the business, such as a notification.</summary>
    IReadOnlyList<Fact> Map(LoggedEvent logged);
}
