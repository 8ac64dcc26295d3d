using System.Globalization;
using System.Text;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Figures;

/// <summary>A series as the data of SVG paths. A point without data is a gap, not a zero.</summary>
/// <param name="Line">The course of what is over; empty where there is too little to draw.</param>
/// <param name="Tail">The way to a last point that still grows; empty where there is none.</param>
internal readonly record struct SparklinePath(string Line, string Tail)
{
    /// <summary>The width of the drawing's own coordinates.</summary>
    public const int Width = 100;

    /// <summary>The height of the drawing's own coordinates.</summary>
    public const int Height = 32;

    /// <summary>The ground under the line; empty where the line has gaps, which the ground would hide.</summary>
    public string Area => Line.LastIndexOf('M') == 0 && Line.LastIndexOf('L') is > 0 and var last
        ? FormattableString.Invariant($"{Line}L{Line[(last + 1)..Line.IndexOf(' ', last)]} {Height}L0 {Height}Z")
        : string.Empty;

    // Keeps the stroke's own thickness inside the drawing.
    private const int Margin = 2;

    /// <summary>Lays a series out over the whole drawing.</summary>
    /// <param name="points">The series.</param>
    /// <param name="lastIsOpen">Whether the last point is not over yet and must not look like a fall.</param>
    public static SparklinePath Of(IReadOnlyList<MetricPoint> points, bool lastIsOpen)
    {
        var values = points.Select(static point => point.Value).ToArray();
        var known = values.OfType<decimal>().ToArray();
        if (known.Length < 2)
        {
            return new(string.Empty, string.Empty);
        }

        var (low, high) = (known.Min(), known.Max());
        var over = lastIsOpen ? values.Length - 1 : values.Length;
        return new(
            Draw(values, 0, over, low, high),
            lastIsOpen && values is [.., { }, { }] ? Draw(values, values.Length - 2, values.Length, low, high) : string.Empty);
    }

    private static string Draw(decimal?[] values, int from, int until, decimal low, decimal high)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var index = from; index < until; index++)
        {
            if (values[index] is not { } value)
            {
                drawing = false;
                continue;
            }

            var x = (decimal)index * Width / (values.Length - 1);
            var y = high == low ? Height / 2m : Margin + ((high - value) / (high - low) * (Height - (2 * Margin)));
            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{x:0.##} {y:0.##}");
            drawing = true;
        }

        return path.ToString();
    }
}
