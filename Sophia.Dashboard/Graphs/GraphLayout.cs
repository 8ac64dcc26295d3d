namespace Sophia.Dashboard.Graphs;

/// <summary>
/// Places the nodes of a directed graph in columns, so that edges run from left to right: the layered drawing of Sugiyama,
/// Tagawa and Toda (1981), with the column of a node its longest way from a source and the order within columns by the
/// mean place of the neighbours.
/// </summary>
public sealed class GraphLayout
{
    private const int Sweeps = 4;

    private GraphLayout(IReadOnlyDictionary<string, GraphPlace> places, int columns, int rows) =>
        (Places, Columns, Rows) = (places, columns, rows);

    /// <summary>Where each node stands.</summary>
    public IReadOnlyDictionary<string, GraphPlace> Places { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>The nodes of the tallest column.</summary>
    public int Rows { get; }

    /// <summary>Places the nodes; edges to unknown nodes and to itself are left out, edges that close a cycle are drawn backwards.</summary>
    public static GraphLayout Place(IReadOnlyList<string> nodes, IReadOnlyList<(string From, string To)> edges)
    {
        var known = nodes.ToHashSet(StringComparer.Ordinal);
        var outgoing = edges.Where(edge => edge.From != edge.To && known.Contains(edge.From) && known.Contains(edge.To)).Distinct()
            .ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal);
        var forward = WithoutCycles(nodes, outgoing);
        var columns = Columnize(nodes, forward);
        var layers = nodes.GroupBy(node => columns[node]).OrderBy(static layer => layer.Key).Select(static layer => layer.ToList()).ToList();
        Order(layers, forward);
        var rows = layers.Count == 0 ? 0 : layers.Max(static layer => layer.Count);
        var places = layers.SelectMany((layer, column) => layer.Select((node, row) => (node, place: new GraphPlace(column, row + ((rows - layer.Count) / 2.0)))))
            .ToDictionary(static pair => pair.node, static pair => pair.place, StringComparer.Ordinal);
        return new(places, layers.Count, rows);
    }

    /// <summary>The edges in the order of a depth-first walk, without those that lead back to a node on the way.</summary>
    private static List<(string From, string To)> WithoutCycles(IReadOnlyList<string> nodes, ILookup<string, string> outgoing)
    {
        var forward = new List<(string From, string To)>();
        // true while on the way, false when done with.
        var visited = new Dictionary<string, bool>(StringComparer.Ordinal);
        void Visit(string node)
        {
            visited[node] = true;
            foreach (var next in outgoing[node])
            {
                if (!visited.TryGetValue(next, out var onTheWay))
                {
                    forward.Add((node, next));
                    Visit(next);
                }
                else if (!onTheWay)
                {
                    forward.Add((node, next));
                }
            }

            visited[node] = false;
        }

        foreach (var node in nodes)
        {
            if (!visited.ContainsKey(node))
            {
                Visit(node);
            }
        }

        return forward;
    }

    private static Dictionary<string, int> Columnize(IReadOnlyList<string> nodes, List<(string From, string To)> edges)
    {
        var columns = nodes.ToDictionary(static node => node, static _ => 0, StringComparer.Ordinal);
        // Without cycles the longest way has fewer edges than there are nodes.
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var (from, to) in edges)
            {
                if (columns[to] <= columns[from])
                {
                    columns[to] = columns[from] + 1;
                    moved = true;
                }
            }
        }

        return columns;
    }

    private static void Order(List<List<string>> layers, List<(string From, string To)> edges)
    {
        var sources = edges.ToLookup(static edge => edge.To, static edge => edge.From, StringComparer.Ordinal);
        var targets = edges.ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var rows = layers.SelectMany(static layer => layer.Select((node, row) => (node, at: (row + 0.5) / layer.Count)))
                .ToDictionary(static pair => pair.node, static pair => pair.at, StringComparer.Ordinal);
            var neighbours = sweep % 2 == 0 ? sources : targets;
            foreach (var layer in sweep % 2 == 0 ? layers : Enumerable.Reverse(layers))
            {
                var ordered = layer.OrderBy(node => neighbours[node].Select(other => rows[other]).DefaultIfEmpty(rows[node]).Average()).ToList();
                layer.Clear();
                layer.AddRange(ordered);
                for (var row = 0; row < layer.Count; row++)
                {
                    rows[layer[row]] = (row + 0.5) / layer.Count;
                }
            }
        }
    }
}
