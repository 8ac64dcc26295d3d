namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>A line that a resource wrote.</summary>
/// <param name="Sequence">Its place among all lines of the run.</param>
/// <param name="Number">Its place among the resource's lines; a jump means that lines between were dropped.</param>
/// <param name="Resource">Who wrote it.</param>
/// <param name="Time">When.</param>
/// <param name="IsError">Whether it went to the error output.</param>
/// <param name="Text">As written, with its colour codes.</param>
public sealed record ConsoleLine(long Sequence, long Number, string Resource, DateTimeOffset Time, bool IsError, string Text);
