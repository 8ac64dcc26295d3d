using System.Text;

namespace Sophia.Integrations.Imports;

/// <summary>How a file's bytes are read as text, found out from its beginning.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="Separator">What stands between cells.</param>
/// <param name="Description">Both, in words.</param>
internal sealed record TextReading(Encoding Encoding, char Separator, string Description)
{
    private static readonly (char Separator, string Name)[] s_separators = [(',', "commas"), (';', "semicolons"), ('\t', "tabs")];

    /// <param name="beginning">The first bytes of the file.</param>
    /// <param name="isWhole">Whether there are no others.</param>
    /// <exception cref="ImportRefusedException">It is no text.</exception>
    public static TextReading Of(ReadOnlySpan<byte> beginning, bool isWhole)
    {
        var (encoding, name) = EncodingOf(beginning, isWhole);
        var text = encoding.GetString(beginning);
        var separator = s_separators.MaxBy(candidate => CountOutsideQuotes(text, candidate.Separator));
        return new(encoding, separator.Separator, $"{name}, separated by {separator.Name}");
    }

    private static (Encoding Encoding, string Name) EncodingOf(ReadOnlySpan<byte> beginning, bool isWhole)
    {
        if (beginning.StartsWith(Encoding.Unicode.Preamble))
        {
            return (Encoding.Unicode, "UTF-16");
        }

        if (beginning.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return (Encoding.BigEndianUnicode, "UTF-16");
        }

        if (beginning.Contains((byte)0))
        {
            throw new ImportRefusedException("This is not a text file. Export the data as CSV and bring that file.");
        }

        if (IsUtf8(beginning, isWhole))
        {
            return (Encoding.UTF8, "UTF-8");
        }

        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return (Encoding.GetEncoding(1252), "Windows-1252 (guessed, because it is not UTF-8)");
    }

    // The end of what was read may cut a character in two; four bytes are the longest.
    private static bool IsUtf8(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        var checkedBytes = bytes;
        for (var cut = 0; cut < (isWhole ? 1 : 4) && !checkedBytes.IsEmpty; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(checkedBytes))
            {
                return true;
            }

            checkedBytes = checkedBytes[..^1];
        }

        return checkedBytes.IsEmpty;
    }

    private static int CountOutsideQuotes(string text, char separator)
    {
        var (count, quoted, seen) = (0, false, false);
        foreach (var letter in text)
        {
            if (letter == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && letter is '\r' or '\n' && seen)
            {
                break;
            }
            else if (!quoted && letter == separator)
            {
                count++;
            }

            // The header alone tells: numbers behind it may hold commas of their own.
            seen |= !char.IsWhiteSpace(letter) && letter != '\uFEFF';
        }

        return count;
    }
}
