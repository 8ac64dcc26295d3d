using System.Globalization;

namespace Sophia.Web.Languages;

/// <summary>A language that the page speaks.</summary>
/// <param name="Code">The ISO 639 code, which is also the culture that numbers and dates are written by.</param>
/// <param name="Name">What its speakers call it.</param>
internal sealed record Language(string Code, string Name)
{
    /// <summary>The languages in the order in which they are offered; the first is spoken where the browser wants none of them.</summary>
    public static IReadOnlyList<Language> All { get; } = [new("en", "English"), new("de", "Deutsch")];

    /// <summary>The language that the present viewer reads.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? All[0];

    /// <summary>The language with this code, or null where the page does not speak it.</summary>
    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);
}
