using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sophia.Dashboard.Telemetry;

/// <summary>
/// A condition on one attribute. Its text form, in addresses of pages and of the HTTP API alike, is <c>key=value</c>,
/// <c>key!=value</c>, <c>key~value</c> (contains), <c>key&gt;value</c> or <c>key&lt;value</c>.
/// </summary>
/// <param name="Key">The attribute's name.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">What it is compared with.</param>
public sealed record AttributeFilter(string Key, FilterOperator Operator, string Value)
{
    private readonly double? _number = double.TryParse(Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">Such as <c>http.route=/orders</c>.</param>
    /// <param name="filter">The filter.</param>
    /// <returns>Whether the text is a filter.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AttributeFilter? filter)
    {
        filter = null;
        var at = text?.AsSpan().IndexOfAny("=!~<>") ?? -1;
        if (at <= 0)
        {
            return false;
        }

        var width = text![at] == '!' ? 2 : 1;
        if (width == 2 && (at + 1 >= text.Length || text[at + 1] != '='))
        {
            return false;
        }

        var comparison = text[at] switch
        {
            '=' => FilterOperator.Equals,
            '!' => FilterOperator.NotEquals,
            '~' => FilterOperator.Contains,
            '>' => FilterOperator.GreaterThan,
            _ => FilterOperator.LessThan,
        };
        filter = new AttributeFilter(text[..at].Trim(), comparison, text[(at + width)..].Trim());
        return true;
    }

    /// <summary>Whether a value of the attribute satisfies the filter.</summary>
    /// <param name="actual">The value; null where the attribute is absent.</param>
    /// <returns>True when it does.</returns>
    public bool Matches(string? actual) => Operator switch
    {
        FilterOperator.Equals => actual is not null && Compare(actual) == 0,
        FilterOperator.NotEquals => actual is null || Compare(actual) != 0,
        FilterOperator.Contains => actual?.Contains(Value, StringComparison.OrdinalIgnoreCase) == true,
        FilterOperator.GreaterThan => actual is not null && Compare(actual) > 0,
        FilterOperator.LessThan => actual is not null && Compare(actual) < 0,
    };

    /// <summary>The text form.</summary>
    /// <returns>Such as <c>http.route=/orders</c>.</returns>
    public override string ToString() => Key + Operator switch
    {
        FilterOperator.Equals => "=",
        FilterOperator.NotEquals => "!=",
        FilterOperator.Contains => "~",
        FilterOperator.GreaterThan => ">",
        FilterOperator.LessThan => "<",
    } + Value;

    private int Compare(string actual) =>
        _number is { } expected && double.TryParse(actual, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.CompareTo(expected)
            : string.CompareOrdinal(actual, Value);
}
