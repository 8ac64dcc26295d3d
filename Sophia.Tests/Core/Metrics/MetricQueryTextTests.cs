using Sophia.Core.Metrics;

namespace Sophia.Tests.Core.Metrics;

public sealed class MetricQueryTextTests
{
    private static readonly DateOnly s_today = new(2026, 3, 15);

    [Fact]
    public void Nothing_said_means_all_metrics_of_the_last_twelve_months_by_month()
    {
        Assert.Empty(new MetricQueryText().Parse(s_today, out var query));

        Assert.Equal(MetricCatalog.All, query!.Metrics);
        Assert.Equal(new DateRange(new(2025, 4, 1), s_today), query.Range);
        Assert.Equal(Granularity.Month, query.Granularity);
    }

    [Fact]
    public void Patterns_name_families_of_metrics()
    {
        Assert.Empty(new MetricQueryText { Metrics = ["revenue.*", "deals.won"] }.Parse(s_today, out var query));

        Assert.Equal("revenue.won revenue.growth deals.won", string.Join(' ', query!.Metrics.Select(static metric => metric.Key)));
    }

    [Fact]
    public void Filters_are_the_same_however_they_are_written()
    {
        Assert.Empty(new MetricQueryText { Filter = "Department:Sales,region:EMEA,region:APAC,region:EMEA" }.Parse(s_today, out var one));
        Assert.Empty(new MetricQueryText { Filter = "region:APAC,region:EMEA,department:Sales" }.Parse(s_today, out var other));

        Assert.Equal("region:APAC,region:EMEA,department:Sales", string.Join(',', one!.Filters));
        Assert.Equal(one.CacheKey, other!.CacheKey);
        Assert.Equal([], one.FiltersOf(MetricCatalog.Find("pipeline.open")!).Select(static filter => filter.Dimension).Except([Dimension.Region, Dimension.Department]));
        Assert.Equal([Dimension.Department], one.FiltersOf(MetricCatalog.Find("people.headcount")!).Select(static filter => filter.Dimension));
    }

    [Fact]
    public void Commas_colons_and_nothing_can_be_filtered_by()
    {
        Assert.Empty(new MetricQueryText { Filter = @"seller:Smith\, Ann,seller:a:b\\c,region:" }.Parse(s_today, out var query));

        Assert.Equal(["Smith, Ann", @"a:b\c"], query!.Filters[1].Members);
        Assert.Equal([""], query.Filters[0].Members);
    }

    [Fact]
    public void Metrics_that_a_pattern_names_and_that_cannot_be_split_are_left_out()
    {
        Assert.Empty(new MetricQueryText { GroupBy = "topic" }.Parse(s_today, out var query));

        Assert.Equal("calls.held", Assert.Single(query!.Metrics).Key);
    }

    [Fact]
    public void Several_comparisons_are_kept_in_order()
    {
        Assert.Empty(new MetricQueryText { Compare = "previousYear,previousPeriod,previousYear" }.Parse(s_today, out var query));

        Assert.Equal([Comparison.PreviousYear, Comparison.PreviousPeriod], query!.Comparisons);
    }

    public static TheoryData<MetricQueryText, string> Mistakes { get; } = new()
    {
        { new() { From = "yesterday" }, "from" },
        { new() { To = "2026-02-30" }, "to" },
        { new() { From = "2026-03-01", To = "2026-02-01" }, "from" },
        { new() { From = "1990-01-01", To = "2026-01-01" }, "from" },
        { new() { From = "2020-01-01", To = "2026-01-01", Granularity = "day" }, "granularity" },
        { new() { Granularity = "hour" }, "granularity" },
        { new() { Granularity = "1" }, "granularity" },
        { new() { Compare = "lastYear" }, "compare" },
        { new() { Compare = "previousYear,lastYear" }, "compare" },
        { new() { Filter = "EMEA" }, "filter" },
        { new() { Filter = "continent:Europe" }, "filter" },
        { new() { GroupBy = "owner" }, "groupBy" },
        { new() { GroupBy = "stage", Metrics = ["revenue.won"] }, "groupBy" },
        { new() { Metrics = ["revenue.lost"] }, "metrics" },
        { new() { Metrics = ["revenue*"] }, "metrics" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_named_by_its_field_and_gives_no_query(MetricQueryText text, string field)
    {
        var errors = text.Parse(s_today, out var query);

        Assert.Equal(field, Assert.Single(errors).Key);
        Assert.Null(query);
    }
}
