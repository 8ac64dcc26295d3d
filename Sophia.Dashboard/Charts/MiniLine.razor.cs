using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace Sophia.Dashboard.Charts;

/// <summary>A line in a table's cell: the course, not the values.</summary>
public sealed partial class MiniLine
{
    private const double Height = 22;

    /// <summary>The values, oldest first; null is no data and is left out.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<double?> Values { get; set; }

    /// <summary>The same in words.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The least value at the top, so that a quiet line stays at the bottom.</summary>
    [Parameter]
    public double AtLeast { get; set; }

    private string? Path => Draw(Values, AtLeast);

    private string Start => X(Values.TakeWhile(static value => value is null).Count(), Values.Count);

    /// <summary>The path through the values in a box of 100 by 24, or null for fewer than two of them.</summary>
    internal static string? Draw(IReadOnlyList<double?> values, double atLeast)
    {
        var top = Math.Max(atLeast, values.Max() ?? 0);
        if (values.Count(static value => value is not null) < 2)
        {
            return null;
        }

        var path = new StringBuilder();
        for (var index = 0; index < values.Count; index++)
        {
            if (values[index] is { } value)
            {
                var y = top > 0 ? 1 + (Height * (1 - (value / top))) : 1 + Height;
                path.Append(path.Length == 0 ? 'M' : 'L').Append(X(index, values.Count)).Append(',')
                    .Append(y.ToString("0.#", CultureInfo.InvariantCulture));
            }
        }

        return path.ToString();
    }

    private static string X(int index, int count) => (index * 100.0 / Math.Max(1, count - 1)).ToString("0.#", CultureInfo.InvariantCulture);
}
