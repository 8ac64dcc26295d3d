using Sophia.Core.Analytics.Discovery.Differences;
using Sophia.Core.Analytics.Discovery.Statistics;

namespace Sophia.Tests.Core.Analytics.Discovery;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0.31731050786291415)]
    [InlineData(1.959963984540054, 0.05)]
    [InlineData(-3, 0.0026997960632601866)]
    [InlineData(8, 1.2441921148543573e-15)]
    public void The_normal_tail_is_the_tabled_one(double z, double expected) =>
        Assert.Equal(expected, Tail.Normal(z), expected * 1e-9);

    [Theory]
    [InlineData(12.706204736432095, 1, 0.05)]
    [InlineData(2.2281388519649385, 10, 0.05)]
    [InlineData(-4.586893858702636, 10, 0.001)]
    [InlineData(0, 5, 1)]
    public void Students_tail_is_the_tabled_one(double t, double freedom, double expected) =>
        Assert.Equal(expected, Tail.Student(t, freedom), expected * 1e-8);

    [Fact]
    public void Adjusted_values_are_those_of_the_1995_paper()
    {
        // Benjamini and Hochberg (1995), section 3.2: four of fifteen are rejected at 0.05.
        double[] published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];

        var adjusted = FalseDiscoveries.Adjust(published);

        Assert.Equal(4, adjusted.Count(static value => value <= 0.05));
        Assert.Equal(0.0095 * 15 / 4, adjusted[3], 1e-12);
        Assert.Empty(FalseDiscoveries.Adjust([]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => FalseDiscoveries.Adjust([double.NaN]));
    }

    [Fact]
    public void A_group_far_below_its_peers_is_found_and_peers_that_differ_anyway_are_not()
    {
        var peers = Enumerable.Range(0, 20).Select(static number => new GroupResult($"{number}", 400, 80 + (2 * number), 100, 75));

        var found = Assert.Single(DifferenceSearch.Find([.. peers, new("weak", 400, 30, 100, 75)], leastEffect: 0.25));

        Assert.Equal("weak", found.Result.Name);
        Assert.Equal(0.3, found.Ratio, 1e-12);
        Assert.Empty(DifferenceSearch.Find([new("one", 10, 0, 9, 1)], 0.25));
        Assert.Empty(DifferenceSearch.Find([], 0.25));
    }
}
