namespace Sophia.Web.Languages;

/// <summary>
/// Names the resources with every text of the page: <c>Texts.resx</c> in English, <c>Texts.de.resx</c> in German. Keys
/// under <c>metric.</c> exist in translations only, since the API says a metric's name and definition in English.
/// </summary>
public sealed class Texts;
