namespace Sophia.LocalHost.Output;

/// <summary>A line that a resource wrote.</summary>
/// <param name="Sequence">Its place among all lines of the run, from 1.</param>
/// <param name="Number">Its place among the resource's lines, from 1; a jump says that lines between were dropped.</param>
/// <param name="Resource">Who wrote it.</param>
/// <param name="Time">When it was read.</param>
/// <param name="IsError">Whether it came on standard error.</param>
/// <param name="Text">The line, possibly with terminal colours.</param>
internal sealed record LogLine(long Sequence, long Number, string Resource, DateTimeOffset Time, bool IsError, string Text);
