using System.Buffers;
using System.Text;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Finds a text in records, ignoring case, mostly without making strings of them.</summary>
internal sealed class TextMatcher
{
    private readonly string _text;
    private readonly byte[]? _ascii;
    private readonly SearchValues<byte>? _first;

    public TextMatcher(string text)
    {
        _text = text;
        // Numbers are not written as text in records, so digits alone may be anywhere.
        if (Ascii.IsValid(text) && text.Any(char.IsAsciiLetter))
        {
            _ascii = Encoding.ASCII.GetBytes(text);
            _first = SearchValues.Create([(byte)char.ToLowerInvariant(text[0]), (byte)char.ToUpperInvariant(text[0])]);
        }
    }

    /// <summary>Whether a record's bytes may contain the text.</summary>
    /// <param name="record">The bytes.</param>
    /// <returns>False when they do not.</returns>
    public bool MayBeIn(ReadOnlySpan<byte> record)
    {
        if (_ascii is null)
        {
            return true;
        }

        while (record.Length >= _ascii.Length)
        {
            var at = record[..(record.Length - _ascii.Length + 1)].IndexOfAny(_first!);
            if (at < 0)
            {
                return false;
            }

            if (Ascii.EqualsIgnoreCase(record.Slice(at, _ascii.Length), _ascii))
            {
                return true;
            }

            record = record[(at + 1)..];
        }

        return false;
    }

    /// <summary>Whether a text contains it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True when it does.</returns>
    public bool IsIn(string? text) => text?.Contains(_text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether an attribute's value contains it.</summary>
    /// <param name="attributes">The attributes.</param>
    /// <returns>True when one does.</returns>
    public bool IsIn(IReadOnlyList<TelemetryAttribute> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (IsIn(attribute.Value))
            {
                return true;
            }
        }

        return false;
    }
}
