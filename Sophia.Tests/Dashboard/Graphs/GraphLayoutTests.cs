using Sophia.Dashboard.Graphs;

namespace Sophia.Tests.Dashboard.Graphs;

public sealed class GraphLayoutTests
{
    [Fact]
    public void Who_calls_stands_left_of_whom_it_calls_however_long_the_way()
    {
        var layout = GraphLayout.Place(
            ["postgres", "sophiadb", "api", "web"], [("web", "api"), ("api", "sophiadb"), ("sophiadb", "postgres"), ("web", "postgres")]);

        string[] leftToRight = [.. layout.Places.OrderBy(static place => place.Value.Column).Select(static place => place.Key)];
        Assert.Equal(["web", "api", "sophiadb", "postgres"], leftToRight);
        Assert.Equal(4, layout.Columns);
    }

    [Fact]
    public void Services_that_call_each_other_are_placed_all_the_same()
    {
        var layout = GraphLayout.Place(["api", "agents"], [("api", "agents"), ("agents", "api"), ("agents", "agents")]);

        Assert.Equal([0, 1], layout.Places.Values.Select(static place => place.Column).Order());
    }

    [Fact]
    public void Edges_cross_only_where_they_must()
    {
        var layout = GraphLayout.Place(["a", "b", "c", "x", "y", "z"], [("a", "z"), ("b", "y"), ("c", "x")]);

        Assert.Equal(layout.Places["a"].Row, layout.Places["z"].Row);
        Assert.Equal(layout.Places["c"].Row, layout.Places["x"].Row);
    }

    [Fact]
    public void No_two_nodes_share_a_place()
    {
        var random = new Random(7);
        string[] nodes = [.. Enumerable.Range(0, 40).Select(static number => $"n{number}")];
        (string, string)[] edges = [.. Enumerable.Range(0, 90).Select(_ => (nodes[random.Next(40)], nodes[random.Next(40)]))];

        var layout = GraphLayout.Place(nodes, edges);

        Assert.Equal(40, layout.Places.Values.Distinct().Count());
    }

    [Fact]
    public void No_edge_runs_behind_a_node_that_is_not_its_end()
    {
        var random = new Random(11);
        var measures = new GraphMeasures(NodeWidth: 190, NodeHeight: 78, ColumnGap: 90, RowGap: 26, Margin: 24, HeadGap: 4);
        for (var round = 0; round < 200; round++)
        {
            string[] nodes = [.. Enumerable.Range(0, random.Next(2, 16)).Select(static number => $"n{number}")];
            (string From, string To)[] edges = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => (nodes[random.Next(nodes.Length)], nodes[random.Next(nodes.Length)]))];
            var drawing = new GraphDrawing(GraphLayout.Place(nodes, edges), measures);

            foreach (var (from, to) in edges.Where(static edge => edge.From != edge.To))
            {
                var way = Sample(drawing.Route(from, to)).ToArray();
                Assert.All(nodes.Except([from, to], StringComparer.Ordinal), node => Assert.DoesNotContain(way, point => Covers(drawing.Corner(node), measures, point)));
                Assert.All(way, point => Assert.True(point.X >= 0 && point.X <= drawing.Width && point.Y >= 0 && point.Y <= drawing.Height));
            }
        }
    }

    /// <summary>Points along the way: a curve lies within the box of its ends, since both run level and its control points are half way.</summary>
    private static IEnumerable<(double X, double Y)> Sample(GraphRoute route) =>
        route.Points.Zip(route.Points.Skip(1)).SelectMany(static (part, index) => Enumerable.Range(0, 21).Select(step =>
        {
            var at = step / 20.0;
            var (from, to) = part;
            // Cubic with control points half way in x and level in y.
            var rest = 1 - at;
            var level = (rest * rest * rest) + (3 * rest * rest * at);
            var x = index % 2 == 1
                ? from.X + (at * (to.X - from.X))
                : (rest * rest * rest * from.X) + (3 * rest * at * ((from.X + to.X) / 2)) + (at * at * at * to.X);
            return (x, (level * from.Y) + ((1 - level) * to.Y));
        }));

    private static bool Covers((double X, double Y) corner, GraphMeasures measures, (double X, double Y) point) =>
        point.X > corner.X && point.X < corner.X + measures.NodeWidth && point.Y > corner.Y && point.Y < corner.Y + measures.NodeHeight;
}
