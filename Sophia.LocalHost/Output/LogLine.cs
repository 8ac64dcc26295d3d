namespace Sophia.LocalHost.Output;

/// <summary>A line that a resource wrote.</summary>
internal sealed record LogLine(long Sequence, DateTimeOffset Time, bool IsError, string Text);
