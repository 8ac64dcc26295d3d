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
}
