namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>A line, or the place where lines are missing.</summary>
/// <param name="Line">The line; where lines are missing the one after them.</param>
/// <param name="Missing">How many lines of the resource are missing before it; such an entry stands for the gap, not for the line.</param>
public sealed record ConsoleEntry(ConsoleLine Line, long Missing = 0)
{
    /// <summary>Whether the line is wanted; gaps always are.</summary>
    public bool Matches(string? text, bool errorsOnly) =>
        Missing > 0
        || ((!errorsOnly || Line.IsError)
            && (string.IsNullOrEmpty(text) || AnsiText.Strip(Line.Text).Contains(text, StringComparison.OrdinalIgnoreCase)));
}
