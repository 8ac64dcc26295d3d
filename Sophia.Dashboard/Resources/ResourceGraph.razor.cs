using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Graphs;

namespace Sophia.Dashboard.Resources;

/// <summary>Draws what needs what: a node for each resource of the application model, whatever its replicas.</summary>
public sealed partial class ResourceGraph
{
    private const int NodeWidth = 190;
    private const int NodeHeight = 78;
    private const int ColumnGap = 90;
    private const int RowGap = 26;
    private const int Margin = 24;
    private GraphLayout _layout = GraphLayout.Place([], []);
    private List<(string Name, List<ResourceView> Replicas)> _nodes = [];
    private List<(string From, string To)> _edges = [];

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ResourceView> Resources { get; set; }

    /// <summary>The node whose details are open.</summary>
    [Parameter]
    public string? Selected { get; set; }

    /// <summary>The address of a resource's details.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Link { get; set; }

    private double Width => (2 * Margin) + (_layout.Columns * NodeWidth) + (Math.Max(0, _layout.Columns - 1) * ColumnGap);

    private double TotalHeight => (2 * Margin) + (_layout.Rows * NodeHeight) + (Math.Max(0, _layout.Rows - 1) * RowGap);

    private string Description => string.Join("; ", _edges.Select(static edge => $"{edge.From} needs {edge.To}"));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _nodes = [.. Resources.GroupBy(static view => view.Resource.Model, StringComparer.Ordinal).Select(static group => (group.Key, group.ToList()))];
        var names = _nodes.Select(static node => node.Name).ToHashSet(StringComparer.Ordinal);
        _edges = [.. Resources.SelectMany(static view => view.Resource.References.Select(reference => (From: view.Resource.Model, To: reference.Name)))
            .Where(edge => names.Contains(edge.To) && edge.From != edge.To).Distinct()];
        _layout = GraphLayout.Place([.. _nodes.Select(static node => node.Name)], _edges);
    }

    private static int Rank(string tone) => tone switch
    {
        "bad" => 0,
        "warn" => 1,
        "" => 2,
        _ => 3,
    };

    private static (double X, double Y) Corner(GraphPlace place) =>
        (Margin + (place.Column * (NodeWidth + ColumnGap)), Margin + (place.Row * (NodeHeight + RowGap)));

    private string Curve((string From, string To) edge)
    {
        var (fromX, fromY) = Corner(_layout.Places[edge.From]);
        var (toX, toY) = Corner(_layout.Places[edge.To]);
        double startX = fromX + NodeWidth, endX = toX - 4, startY = fromY + (NodeHeight / 2.0), endY = toY + (NodeHeight / 2.0);
        var bend = Math.Max(40, Math.Abs(endX - startX) / 2);
        return string.Create(CultureInfo.InvariantCulture, $"M{startX},{startY} C{startX + bend},{startY} {endX - bend},{endY} {endX},{endY}");
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
