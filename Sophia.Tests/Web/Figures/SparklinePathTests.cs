using Sophia.Core.Dashboard;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

public sealed class SparklinePathTests
{
    [Fact]
    public void The_line_runs_from_edge_to_edge_between_the_least_and_the_most() =>
        Assert.Equal("M0 30L50 2L100 16", SparklinePath.Of(Points(0, 10, 5), lastIsOpen: false).Line);

    [Fact]
    public void A_point_without_data_is_a_gap() =>
        Assert.Equal("M0 30L33.33 2M100 30", SparklinePath.Of(Points(1, 2, null, 1), lastIsOpen: false).Line);

    [Fact]
    public void A_last_point_that_is_not_over_is_drawn_apart() =>
        Assert.Equal(new("M0 2L50 9", "M50 9L100 30"), SparklinePath.Of(Points(20, 15, 0), lastIsOpen: true));

    [Fact]
    public void A_course_without_movement_runs_through_the_middle() =>
        Assert.Equal("M0 16L100 16", SparklinePath.Of(Points(4, 4), lastIsOpen: false).Line);

    [Fact]
    public void Less_than_two_known_points_draw_nothing() =>
        Assert.Equal(new(string.Empty, string.Empty), SparklinePath.Of(Points(4, null), lastIsOpen: true));

    private static MetricPoint[] Points(params decimal?[] values) =>
        [.. values.Select((value, index) => new MetricPoint { Start = new DateOnly(2026, 1, 1).AddMonths(index), Value = value })];
}
