using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Sophia.Web.Figures;

/// <summary>
/// Markup that is one node of a page's tree, where elements would be a dozen, and that open pages can share. What is put into
/// its holes is encoded, but for markup itself.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct EncodedMarkup(int literalLength, int holes)
{
    // What a reader sees in a language stays as it is; what means something to HTML does not.
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _text = new(literalLength + (holes * 16));

    /// <summary>The markup of an interpolated string.</summary>
    public static MarkupString Of(EncodedMarkup markup) => new(markup._text.ToString());

    /// <summary>Adds a part of the markup itself.</summary>
    public void AppendLiteral(string markup) => _text.Append(markup);

    /// <summary>Adds markup.</summary>
    public void AppendFormatted(MarkupString markup) => _text.Append(markup.Value);

    /// <summary>Adds markup, or nothing.</summary>
    public void AppendFormatted(MarkupString? markup) => _text.Append(markup?.Value);

    /// <summary>Adds a text, encoded; it may stand between elements and in quoted attributes.</summary>
    public void AppendFormatted(string? text) => _text.Append(text is null ? null : s_encoder.Encode(text));

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(int number) => _text.Append(CultureInfo.InvariantCulture, $"{number}");
}
