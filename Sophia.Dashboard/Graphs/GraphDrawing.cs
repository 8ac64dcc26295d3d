namespace Sophia.Dashboard.Graphs;

/// <summary>A layout in pixels.</summary>
public sealed class GraphDrawing
{
    // Edges at one side of a node are this far apart, or closer where they are many.
    private const double PortGap = 13;

    private readonly GraphLayout _layout;
    private readonly GraphMeasures _measures;
    private readonly Dictionary<(string From, string To), double> _leaving;
    private readonly Dictionary<(string From, string To), double> _arriving;

    /// <summary>Draws a layout.</summary>
    public GraphDrawing(GraphLayout layout, GraphMeasures measures)
    {
        (_layout, _measures) = (layout, measures);
        _leaving = Ports(
            static edge => edge.From, edge => _layout.Lanes[edge] is [var first, ..] ? Middle(first) : Middle(_layout.Places[edge.To]), edge => IsBackward(edge));
        _arriving = Ports(
            static edge => edge.To, edge => _layout.Lanes[edge] is [.., var last] ? Middle(last) : Middle(_layout.Places[edge.From]), edge => !IsBackward(edge));
    }

    /// <summary>The width of all.</summary>
    public double Width => (2 * _measures.Margin) + (_layout.Columns * (_measures.NodeWidth + _measures.ColumnGap)) - (_layout.Columns > 0 ? _measures.ColumnGap : 0);

    /// <summary>The height of all.</summary>
    public double Height => (2 * _measures.Margin) + (_layout.Rows * (_measures.NodeHeight + _measures.RowGap)) - (_layout.Rows > 0 ? _measures.RowGap : 0);

    /// <summary>The upper left corner of a node.</summary>
    public (double X, double Y) Corner(string node)
    {
        var place = _layout.Places[node];
        return (Left(place), Middle(place) - (_measures.NodeHeight / 2));
    }

    /// <summary>Whether an edge is drawn.</summary>
    public bool Has(string from, string to) => _layout.Lanes.ContainsKey((from, to));

    /// <summary>The way of an edge.</summary>
    public GraphRoute Route(string from, string to)
    {
        var edge = (from, to);
        var direction = IsBackward(edge) ? -1 : 1;
        var leaves = Side(_layout.Places[from], direction);
        var arrives = Side(_layout.Places[to], -direction) - (direction * _measures.HeadGap);
        return new(
        [
            (leaves, _leaving[edge]),
            .. _layout.Lanes[edge].SelectMany(lane => ((double, double)[])[(Side(lane, -direction), Middle(lane)), (Side(lane, direction), Middle(lane))]),
            (arrives, _arriving[edge]),
        ]);
    }

    /// <summary>Where at their node's side edges begin or end, in the order in which they come from there, so that they do not cross at the node.</summary>
    private Dictionary<(string From, string To), double> Ports(
        Func<(string From, string To), string> node, Func<(string From, string To), double> next, Func<(string From, string To), bool> isLeft)
    {
        var ports = new Dictionary<(string From, string To), double>();
        foreach (var side in _layout.Lanes.Keys.GroupBy(edge => (node(edge), isLeft(edge))))
        {
            var edges = side.OrderBy(next).ToArray();
            var gap = Math.Min(PortGap, (_measures.NodeHeight - PortGap) / edges.Length);
            foreach (var (index, edge) in edges.Index())
            {
                ports[edge] = Middle(_layout.Places[side.Key.Item1]) + ((index - ((edges.Length - 1) / 2.0)) * gap);
            }
        }

        return ports;
    }

    private bool IsBackward((string From, string To) edge) => _layout.Places[edge.From].Column > _layout.Places[edge.To].Column;

    private double Left(GraphPlace place) => _measures.Margin + (place.Column * (_measures.NodeWidth + _measures.ColumnGap));

    /// <summary>The right side where <paramref name="direction"/> is 1, the left where it is -1.</summary>
    private double Side(GraphPlace place, int direction) => Left(place) + (direction > 0 ? _measures.NodeWidth : 0);

    private double Middle(GraphPlace place) => _measures.Margin + (place.Row * (_measures.NodeHeight + _measures.RowGap)) + (_measures.NodeHeight / 2);
}
