namespace Sophia.Sandbox.Calls.Speech;

/// <summary>A short exchange on one subject.</summary>
/// <param name="Name">For example <c>discovery/pain</c>.</param>
/// <param name="Topic">The subject, as Gong names it.</param>
/// <param name="Turns">What is said, in order.</param>
internal sealed record Scene(string Name, string Topic, IReadOnlyList<Turn> Turns);
