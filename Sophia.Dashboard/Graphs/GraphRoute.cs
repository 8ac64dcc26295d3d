using System.Globalization;

namespace Sophia.Dashboard.Graphs;

/// <summary>The way of an edge: through each gap in a curve, along each lane in a straight line.</summary>
/// <param name="Points">Where it leaves its node, where it enters and leaves each lane, and where it arrives, in pixels.</param>
public sealed record GraphRoute(IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>The way as an SVG path.</summary>
    public string Path => string.Concat(Points.Index().Select(point => point.Index switch
    {
        0 => Write($"M{point.Item.X:0.#},{point.Item.Y:0.#}"),
        var index when index % 2 == 1 => Curve(Points[index - 1], point.Item),
        _ => Write($" L{point.Item.X:0.#},{point.Item.Y:0.#}"),
    }));

    /// <summary>Where something can be written on it: in the middle lane, or half way where there is none.</summary>
    public (double X, double Y) Label
    {
        get
        {
            // Lanes lie between the odd points and those behind them.
            var lanes = (Points.Count - 2) / 2;
            var at = lanes == 0 ? 0 : (2 * ((lanes - 1) / 2)) + 1;
            return ((Points[at].X + Points[at + 1].X) / 2, (Points[at].Y + Points[at + 1].Y) / 2);
        }
    }

    /// <summary>Both ends of a curve run level, so that it stays between their columns.</summary>
    private static string Curve((double X, double Y) from, (double X, double Y) to)
    {
        var middle = (from.X + to.X) / 2;
        return Write($" C{middle:0.#},{from.Y:0.#} {middle:0.#},{to.Y:0.#} {to.X:0.#},{to.Y:0.#}");
    }

    private static string Write(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
