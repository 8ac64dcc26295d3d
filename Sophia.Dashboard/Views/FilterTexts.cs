using Sophia.Dashboard.Telemetry;

namespace Sophia.Dashboard.Views;

/// <summary>Reads the conditions of an address.</summary>
public static class FilterTexts
{
    /// <summary>The conditions that can be read; the rest is as if it were not there.</summary>
    public static IReadOnlyList<AttributeFilter> Read(IEnumerable<string> texts) =>
        [.. texts.Select(static text => AttributeFilter.TryParse(text, out var filter) ? filter : null).OfType<AttributeFilter>()];

    /// <summary>What is empty is not there.</summary>
    public static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
