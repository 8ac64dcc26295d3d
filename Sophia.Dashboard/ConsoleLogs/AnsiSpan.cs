namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>A stretch of a line in one look.</summary>
/// <param name="Text">The text.</param>
/// <param name="Style">The classes of its look; empty for the plain one.</param>
public readonly record struct AnsiSpan(string Text, string Style);
