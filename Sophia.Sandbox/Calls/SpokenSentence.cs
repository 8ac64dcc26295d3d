namespace Sophia.Sandbox.Calls;

/// <summary>A sentence of a transcript.</summary>
/// <param name="Start">Milliseconds from the call's beginning.</param>
/// <param name="End">Milliseconds from the call's beginning.</param>
/// <param name="Text">The words.</param>
internal sealed record SpokenSentence(long Start, long End, string Text);
