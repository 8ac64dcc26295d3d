namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>A line that a resource wrote.</summary>
/// <param name="Sequence">Its number among that resource's lines; a jump means that lines were dropped.</param>
/// <param name="Time">When.</param>
/// <param name="IsError">Whether it went to the error output.</param>
/// <param name="Text">As written, with its colour codes.</param>
public sealed record ConsoleLine(long Sequence, DateTimeOffset Time, bool IsError, string Text);
