using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Graphs;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Services;

/// <summary>Draws services and peers with traffic, errors and latency on what connects them.</summary>
public sealed partial class ServiceMapView(ServiceColours colours)
{
    private const int NodeWidth = 190;
    private const int NodeHeight = 74;
    private const int ColumnGap = 170;
    private const int RowGap = 34;
    private const int Margin = 24;
    private GraphLayout _layout = GraphLayout.Place([], []);
    private bool _asTable;
    private double _busiest;

    /// <summary>What is drawn.</summary>
    [Parameter, EditorRequired]
    public required ServiceMap Map { get; set; }

    /// <summary>The chosen service.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>The address of a service.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Link { get; set; }

    private ServiceColours Colours => colours;

    private double Width => (2 * Margin) + (_layout.Columns * NodeWidth) + (Math.Max(0, _layout.Columns - 1) * ColumnGap);

    private double TotalHeight => (2 * Margin) + (_layout.Rows * NodeHeight) + (Math.Max(0, _layout.Rows - 1) * RowGap);

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // In the order of names, so that the map stays as it is while figures move.
        _layout = GraphLayout.Place(
            [.. Map.Nodes.Select(static node => node.Name).Order(StringComparer.Ordinal)],
            [.. Map.Edges.Select(static edge => (edge.From, edge.To)).OrderBy(static edge => edge.From, StringComparer.Ordinal).ThenBy(static edge => edge.To, StringComparer.Ordinal)]);
        _busiest = Map.Edges.Select(static edge => edge.Totals.PerSecond).DefaultIfEmpty().Max();
    }

    private bool Placed(ServiceMapEdge edge) => edge.From != edge.To && _layout.Places.ContainsKey(edge.From) && _layout.Places.ContainsKey(edge.To);

    private static (double X, double Y) Corner(GraphPlace place) =>
        (Margin + (place.Column * (NodeWidth + ColumnGap)), Margin + (place.Row * (NodeHeight + RowGap)));

    private string Thickness(ServiceMapEdge edge) =>
        (1.2 + (_busiest > 0 ? 4 * Math.Sqrt(edge.Totals.PerSecond / _busiest) : 0)).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The curve and the place of its label: near the caller's end, where curves to the same node have not met yet.</summary>
    private (string Path, double X, double Y) Curve(ServiceMapEdge edge)
    {
        var (fromX, fromY) = Corner(_layout.Places[edge.From]);
        var (toX, toY) = Corner(_layout.Places[edge.To]);
        double startX = fromX + NodeWidth, endX = toX - 5, startY = fromY + (NodeHeight / 2.0), endY = toY + (NodeHeight / 2.0);
        var bend = Math.Max(60, Math.Abs(endX - startX) / 2);
        const double At = 0.5;
        return (
            string.Create(CultureInfo.InvariantCulture, $"M{startX},{startY} C{startX + bend},{startY} {endX - bend},{endY} {endX},{endY}"),
            Bezier(startX, startX + bend, endX - bend, endX, At), Bezier(startY, startY, endY, endY, At));
    }

    private static double Bezier(double from, double first, double second, double to, double at)
    {
        var rest = 1 - at;
        return (rest * rest * rest * from) + (3 * rest * rest * at * first) + (3 * rest * at * at * second) + (at * at * at * to);
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
