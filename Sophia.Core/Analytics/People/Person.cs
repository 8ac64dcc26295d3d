namespace Sophia.Core.Analytics.People;

/// <summary>Somebody who works or worked here, for trends over groups only.</summary>
/// <param name="Id">Tells people apart; never shown.</param>
/// <param name="Groups">The person's place in each dimension, for example department: Sales.</param>
/// <param name="HiredOn">The first day.</param>
/// <param name="LeftOn">The first day no longer here; null while employed.</param>
public sealed record Person(string Id, IReadOnlyDictionary<string, string> Groups, DateOnly HiredOn, DateOnly? LeftOn)
{
    /// <summary>Whether the person works here on a day.</summary>
    public bool IsHere(DateOnly day) => HiredOn <= day && !(LeftOn <= day);
}
