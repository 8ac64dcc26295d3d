using System.Text;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Figures;

/// <summary>Turns a series into the data of an SVG path. A point without data is a gap, not a zero.</summary>
internal static class SparklinePath
{
    /// <summary>The width of the drawing's own coordinates.</summary>
    public const int Width = 100;

    /// <summary>The height of the drawing's own coordinates.</summary>
    public const int Height = 32;

    // Keeps the stroke's own thickness inside the drawing.
    private const int Margin = 2;

    /// <summary>The path, or an empty text where fewer than two points are known.</summary>
    public static string Line(IReadOnlyList<MetricPoint> points)
    {
        var known = points.Where(static point => point.Value is not null).Select(static point => point.Value!.Value).ToArray();
        if (known.Length < 2)
        {
            return string.Empty;
        }

        var (low, high) = (known.Min(), known.Max());
        var path = new StringBuilder();
        var drawing = false;
        for (var index = 0; index < points.Count; index++)
        {
            if (points[index].Value is not { } value)
            {
                drawing = false;
                continue;
            }

            var x = (decimal)index * Width / (points.Count - 1);
            var y = high == low ? Height / 2m : Margin + ((high - value) / (high - low) * (Height - (2 * Margin)));
            path.Append(FigureText.Culture, $"{(drawing ? 'L' : 'M')}{x:0.##} {y:0.##}");
            drawing = true;
        }

        return path.ToString();
    }
}
