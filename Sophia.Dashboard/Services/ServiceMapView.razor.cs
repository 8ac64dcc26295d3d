using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Graphs;
using Sophia.Dashboard.Telemetry.Services;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Services;

/// <summary>Draws services and peers with traffic, errors and latency on what connects them.</summary>
public sealed partial class ServiceMapView(ServiceColours colours)
{
    private const int NodeWidth = 176;
    private const int NodeHeight = 74;
    private const int LabelHeight = 34;
    private static readonly GraphMeasures s_measures = new(NodeWidth, NodeHeight, ColumnGap: 128, RowGap: 34, Margin: 24, HeadGap: 5);

    private GraphDrawing _drawing = new(GraphLayout.Place([], []), s_measures);
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

    private IEnumerable<ServiceMapEdge> Drawn => Map.Edges.Where(edge => _drawing.Has(edge.From, edge.To));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        // In the order of names, so that the map stays as it is while figures move.
        _drawing = new(GraphLayout.Place(
            [.. Map.Nodes.Select(static node => node.Name).Order(StringComparer.Ordinal)],
            [.. Map.Edges.Select(static edge => (edge.From, edge.To)).OrderBy(static edge => edge.From, StringComparer.Ordinal).ThenBy(static edge => edge.To, StringComparer.Ordinal)]), s_measures);
        _busiest = Map.Edges.Select(static edge => edge.Totals.PerSecond).DefaultIfEmpty().Max();
    }

    /// <summary>Where an edge's figures stand. Two services that call each other are joined by two edges in one place: the figures of one stand above, of the other below.</summary>
    private (double X, double Y) Label(ServiceMapEdge edge)
    {
        var (x, y) = _drawing.Route(edge.From, edge.To).Label;
        return !_drawing.Has(edge.To, edge.From) || edge.From == edge.To ? (x, y)
            : (x, y + (string.CompareOrdinal(edge.From, edge.To) < 0 ? -LabelHeight : LabelHeight) * 0.56);
    }

    private string Thickness(ServiceMapEdge edge) =>
        (1.2 + (_busiest > 0 ? 4 * Math.Sqrt(edge.Totals.PerSecond / _busiest) : 0)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
