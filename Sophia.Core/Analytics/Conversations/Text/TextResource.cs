namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>The word lists that ship inside this assembly.</summary>
internal static class TextResource
{
    /// <summary>The lines of a list, without comments and empty lines.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no such list.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(TextResource).Assembly.GetManifestResourceStream($"Conversations.{name}")
            ?? throw new InvalidOperationException($"The assembly has no resource {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
