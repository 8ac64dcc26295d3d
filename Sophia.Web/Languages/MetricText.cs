using Microsoft.Extensions.Localization;

namespace Sophia.Web.Languages;

/// <summary>Metrics' names and definitions in the viewer's language, or in the API's words where nobody has translated them.</summary>
internal static class MetricText
{
    /// <summary>What people call a metric.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="key">The metric's key.</param>
    /// <param name="name">Its name in the API's words.</param>
    public static string Name(this IStringLocalizer text, string key, string name) => Find(text, $"metric.{key}.name") ?? name;

    /// <summary>What a metric means, in a sentence.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="key">The metric's key.</param>
    /// <param name="definition">Its definition in the API's words.</param>
    public static string Definition(this IStringLocalizer text, string key, string definition) =>
        Find(text, $"metric.{key}.definition") ?? definition;

    private static string? Find(IStringLocalizer text, string key) => text[key] is { ResourceNotFound: false, Value: var value } ? value : null;
}
