using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Graphs;

namespace Sophia.Dashboard.Resources;

/// <summary>Draws what needs what: a node for each resource of the application model, whatever its replicas.</summary>
public sealed partial class ResourceGraph
{
    private const int NodeWidth = 190;
    private const int NodeHeight = 78;
    private static readonly GraphMeasures s_measures = new(NodeWidth, NodeHeight, ColumnGap: 90, RowGap: 26, Margin: 24, HeadGap: 4);

    private GraphDrawing _drawing = new(GraphLayout.Place([], []), s_measures);
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

    private string Description => string.Join("; ", _edges.Select(static edge => $"{edge.From} needs {edge.To}"));

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _nodes = [.. Resources.GroupBy(static view => view.Resource.Model, StringComparer.Ordinal).Select(static group => (group.Key, group.ToList()))];
        var names = _nodes.Select(static node => node.Name).ToHashSet(StringComparer.Ordinal);
        _edges = [.. Resources.SelectMany(static view => view.Resource.References.Select(reference => (From: view.Resource.Model, To: reference.Name)))
            .Where(edge => names.Contains(edge.To) && edge.From != edge.To).Distinct()];
        _drawing = new(GraphLayout.Place([.. _nodes.Select(static node => node.Name)], _edges), s_measures);
    }

    private static int Rank(string tone) => tone switch
    {
        "bad" => 0,
        "warn" => 1,
        "" => 2,
        _ => 3,
    };

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
