namespace Sophia.Dashboard.Graphs;

/// <summary>
/// Places the nodes of a directed graph in columns, so that edges run from left to right: the layered drawing of Sugiyama,
/// Tagawa and Toda (1981), with the column of a node its longest way from a source and the order within columns by the
/// mean place of the neighbours. An edge that passes columns has a lane of its own in each of them, so that it runs behind no node.
/// </summary>
public sealed class GraphLayout
{
    private const int Sweeps = 4;

    // As much of a row as a line and what is written on it need.
    private const double LaneHeight = 0.42;

    private GraphLayout(
        IReadOnlyDictionary<string, GraphPlace> places, IReadOnlyDictionary<(string From, string To), IReadOnlyList<GraphPlace>> lanes, int columns, double rows) =>
        (Places, Lanes, Columns, Rows) = (places, lanes, columns, rows);

    /// <summary>Where each node stands.</summary>
    public IReadOnlyDictionary<string, GraphPlace> Places { get; }

    /// <summary>Where each edge passes the columns between its ends, in the order of its way; the edges that are drawn are those that are in it.</summary>
    public IReadOnlyDictionary<(string From, string To), IReadOnlyList<GraphPlace>> Lanes { get; }

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many rows the tallest column takes.</summary>
    public double Rows { get; }

    /// <summary>Places the nodes; edges to unknown nodes and to itself are left out, edges that close a cycle are drawn backwards.</summary>
    public static GraphLayout Place(IReadOnlyList<string> nodes, IReadOnlyList<(string From, string To)> edges)
    {
        var known = nodes.ToHashSet(StringComparer.Ordinal);
        (string From, string To)[] drawn = [.. edges.Where(edge => edge.From != edge.To && known.Contains(edge.From) && known.Contains(edge.To)).Distinct()];
        var backwards = Backwards(nodes, drawn.ToLookup(static edge => edge.From, static edge => edge.To, StringComparer.Ordinal));
        var columns = Columnize(nodes, [.. drawn.Select(edge => backwards.Contains(edge) ? (edge.To, edge.From) : edge)]);
        var places = nodes.ToDictionary(static node => node, node => new GraphItem(columns[node], 1), StringComparer.Ordinal);
        var lanes = drawn.ToDictionary(static edge => edge, edge => LanesBetween(columns[edge.From], columns[edge.To]));
        var columnsOfItems = places.Values.Concat(lanes.Values.SelectMany(static lane => lane))
            .GroupBy(static item => item.Column).OrderBy(static column => column.Key).Select(static column => column.ToList()).ToList();
        Order(columnsOfItems, [.. drawn.SelectMany(edge => Links([places[edge.From], .. lanes[edge], places[edge.To]]))]);
        var rows = columnsOfItems.Select(static column => column.Sum(static item => item.Height)).DefaultIfEmpty().Max();
        foreach (var column in columnsOfItems)
        {
            Stack(column, rows);
        }

        return new(
            places.ToDictionary(static pair => pair.Key, static pair => pair.Value.Place, StringComparer.Ordinal),
            lanes.ToDictionary(static pair => pair.Key, static pair => (IReadOnlyList<GraphPlace>)[.. pair.Value.Select(static item => item.Place)]),
            columnsOfItems.Count,
            rows);
    }

    private static GraphItem[] LanesBetween(int from, int to)
    {
        var step = Math.Sign(to - from);
        return [.. Enumerable.Range(1, Math.Abs(to - from) - 1).Select(number => new GraphItem(from + (step * number), LaneHeight))];
    }

    /// <summary>What lies in neighbouring columns and is connected, each from left to right.</summary>
    private static IEnumerable<(GraphItem Left, GraphItem Right)> Links(GraphItem[] way) =>
        way.Zip(way.Skip(1), static (one, next) => one.Column < next.Column ? (one, next) : (next, one));

    /// <summary>The edges that a depth-first walk finds to lead back to a node on its way.</summary>
    private static HashSet<(string From, string To)> Backwards(IReadOnlyList<string> nodes, ILookup<string, string> outgoing)
    {
        var backwards = new HashSet<(string From, string To)>();
        // true while on the way, false when done with.
        var visited = new Dictionary<string, bool>(StringComparer.Ordinal);
        void Visit(string node)
        {
            visited[node] = true;
            foreach (var next in outgoing[node])
            {
                if (!visited.TryGetValue(next, out var onTheWay))
                {
                    Visit(next);
                }
                else if (onTheWay)
                {
                    backwards.Add((node, next));
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

        return backwards;
    }

    private static Dictionary<string, int> Columnize(IReadOnlyList<string> nodes, IReadOnlyList<(string From, string To)> edges)
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

    private static void Order(List<List<GraphItem>> columns, IReadOnlyList<(GraphItem Left, GraphItem Right)> links)
    {
        var lefts = links.ToLookup(static link => link.Right, static link => link.Left);
        var rights = links.ToLookup(static link => link.Left, static link => link.Right);
        columns.ForEach(Spread);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var neighbours = sweep % 2 == 0 ? lefts : rights;
            foreach (var column in sweep % 2 == 0 ? columns : Enumerable.Reverse(columns))
            {
                var ordered = column.OrderBy(item => neighbours[item].Select(static other => other.Order).DefaultIfEmpty(item.Order).Average()).ToList();
                column.Clear();
                column.AddRange(ordered);
                Spread(column);
            }
        }
    }

    private static void Spread(List<GraphItem> column)
    {
        foreach (var (row, item) in column.Index())
        {
            item.Order = (row + 0.5) / column.Count;
        }
    }

    private static void Stack(List<GraphItem> column, double rows)
    {
        var top = (rows - column.Sum(static item => item.Height)) / 2;
        foreach (var item in column)
        {
            item.Place = new(item.Column, top + (item.Height / 2) - 0.5);
            top += item.Height;
        }
    }

    /// <summary>A node, or an edge on its way through a column.</summary>
    private sealed class GraphItem(int column, double height)
    {
        public int Column => column;

        public double Height => height;

        /// <summary>From 0 at the top to 1 at the bottom of its column.</summary>
        public double Order { get; set; }

        public GraphPlace Place { get; set; }
    }
}
