namespace Sophia.Sandbox.Calls.Speech;

/// <summary>A turn as it was said, before it has a place in time.</summary>
/// <param name="Speaker">The index of the participant.</param>
/// <param name="Topic">The subject.</param>
/// <param name="Interrupts">Whether it begins before the turn before it ends.</param>
/// <param name="Sentences">What is said.</param>
internal sealed record Said(int Speaker, string Topic, bool Interrupts, IReadOnlyList<string> Sentences);
