using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Metrics;

public sealed class MetricReaderTests
{
    // Asked on 2026-03-15. Won: 100 in January after 20 days, 300 in February after 10 days. Lost: one of 50 in February. Open: 80.
    private static readonly Sophia.Core.Facts.Fact[] s_quarter =
    [
        .. Stages,
        Account("a", "EMEA"),
        Account("b", "Americas", segment: null),
        Deal("1", 100m, (New, "2026-01-01"), (Offer, "2026-01-11"), (Won, "2026-01-21")),
        Deal("2", 300m, (New, "2026-02-01"), (Won, "2026-02-11")) with { AccountId = "b", ProductLine = "Data" },
        Deal("3", 50m, (New, "2026-01-05"), (Lost, "2026-02-20")),
        Deal("4", 80m, (New, "2026-02-10"), (Offer, "2026-03-10")),
    ];

    private static readonly MetricQueryText s_revenue = new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["revenue.won"] };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_quarter_in_figures()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Metrics = ["revenue.*", "pipeline.*", "deals.*"] });

        Assert.Equal(
            [
                ("revenue.won", 400), ("revenue.growth", null), ("pipeline.open", 80), ("pipeline.weighted", 40), ("pipeline.deals", 1),
                ("deals.won", 2), ("deals.lost", 1), ("deals.winRate", 0.666667m), ("deals.averageValue", 200), ("deals.salesCycle", 15),
                ("deals.created", 4),
            ],
            answer.Metrics.Select(static metric => (metric.Metric, metric.Value)));
        Assert.All(answer.Metrics, static metric => Assert.Equal(metric.Unit == MetricUnit.Money ? "USD" : null, metric.Currency));
    }

    [Fact]
    public async Task Figures_and_their_sequence_come_from_one_state_though_the_company_moves_meanwhile()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);
        var before = await host.AskAsync(s_revenue);
        await using var mover = await host.Database.OpenConnectionAsync(Cancelled);
        await using var movement = await mover.BeginTransactionAsync(Cancelled);
        await ExecuteAsync(mover, "LOCK TABLE sales_rollup IN ACCESS EXCLUSIVE MODE");

        // It has read the sequence and waits for the figures.
        var asking = host.AskAsync(s_revenue);
        while (await ExecuteAsync(mover, "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'sales_rollup'::regclass") is 0L)
        {
            Assert.False(asking.IsCompleted);
        }

        await ExecuteAsync(mover, "UPDATE sales_rollup SET won_amount = won_amount * 2; UPDATE projection_state SET sequence = sequence + 1");
        await movement.CommitAsync(Cancelled);

        var answer = await asking;
        Assert.Equal((before.Sequence, 400m), (answer.Sequence, answer.Metrics[0].Value));
        var after = await host.AskAsync(s_revenue);
        Assert.Equal((before.Sequence + 1, 800m), (after.Sequence, after.Metrics[0].Value));
    }

    [Fact]
    public async Task Points_of_months_show_flows_in_them_and_stocks_at_their_ends()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var answer = await host.AskAsync(new() { From = "2025-12-01", To = "2026-04-30", Granularity = "month", Metrics = ["revenue.won", "pipeline.open", "deals.winRate"] });

        Assert.Equal([null, 100, 300, 0, null], Values(answer.Metrics[0]));
        Assert.Equal([null, 50, 80, 80, null], Values(answer.Metrics[1]));
        Assert.Equal([null, 1, 0.5m, null, null], Values(answer.Metrics[2]));
    }

    [Fact]
    public async Task The_pipeline_by_stage_at_a_past_day_is_what_it_was_then()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var answer = await host.AskAsync(new() { From = "2026-02-01", To = "2026-02-12", GroupBy = "stage", Metrics = ["pipeline.open"] });
        var january = await host.AskAsync(new() { From = "2026-01-10", To = "2026-01-15", GroupBy = "stage", Metrics = ["pipeline.open"] });

        Assert.Equal([("New", 130m)], Groups(answer));
        Assert.Equal([("New", 50m), ("Offer", 100m)], Groups(january));
        Assert.Equal([150m, 150m, 150m, 150m, 150m, 150m], Values(january.Metrics[0]));
    }

    [Fact]
    public async Task Groups_come_largest_first_and_name_what_the_source_does_not_say_null()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var byRegion = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", GroupBy = "region", Metrics = ["revenue.won"] });
        var bySegment = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", GroupBy = "segment", Metrics = ["revenue.won"] });

        Assert.Equal([("Americas", 300m), ("EMEA", 100m)], Groups(byRegion));
        Assert.Equal([(null, 300m), ("Large", 100m)], Groups(bySegment));
    }

    [Fact]
    public async Task Growth_holds_a_period_against_the_one_before_and_a_point_against_its_neighbour()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var february = await host.AskAsync(new() { From = "2026-02-01", To = "2026-02-28", Granularity = "month", Metrics = ["revenue.growth"] });
        var months = await host.AskAsync(new() { From = "2026-01-01", To = "2026-03-15", Granularity = "month", Metrics = ["revenue.growth"] });

        Assert.Equal(2m, february.Metrics[0].Value);
        Assert.Equal([null, 2m, -1m], Values(months.Metrics[0]));
    }

    [Fact]
    public async Task A_comparison_gives_the_earlier_value_and_the_change()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var answer = await host.AskAsync(new()
        {
            From = "2026-02-01", To = "2026-02-28", Granularity = "month", Compare = "previousPeriod", Metrics = ["revenue.won", "deals.winRate", "pipeline.deals"],
        });

        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31)), (answer.ComparedFrom, answer.ComparedTo));
        Assert.Equal([(300m, 100m, 2m), (0.5m, 1m, -0.5m), (1m, 1m, 0m)], answer.Metrics.Select(static metric => (metric.Value!.Value, metric.Previous!.Value, metric.Change!.Value)));
        Assert.Equal(100m, answer.Metrics[0].Points[0].Previous);
    }

    [Fact]
    public async Task Several_comparisons_stand_side_by_side()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. s_quarter, Deal("5", 150m, (New, "2025-02-01"), (Won, "2025-02-11"))]);

        var answer = await host.AskAsync(new() { From = "2026-02-01", To = "2026-02-28", Compare = "previousPeriod,previousYear", Metrics = ["revenue.won"] });

        Assert.Equal(
            [(Comparison.PreviousPeriod, 100m, 2m), (Comparison.PreviousYear, 150m, 1m)],
            answer.Metrics[0].Comparisons.Select(static comparison => (comparison.Compare, comparison.Value!.Value, comparison.Change!.Value)));
        Assert.Equal((100m, 2m), (answer.Metrics[0].Previous, answer.Metrics[0].Change));
        Assert.Equal([new(2026, 1, 1), new DateOnly(2025, 2, 1)], answer.Comparisons.Select(static compared => compared.From));
    }

    [Fact]
    public async Task A_filter_keeps_what_it_names_and_a_metric_without_the_dimension_is_left_whole_and_says_so()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(s_quarter);

        var answer = await host.AskAsync(new()
        {
            From = "2026-01-01", To = "2026-03-15", Filter = "region:EMEA,stage:Offer", Metrics = ["revenue.won", "pipeline.open", "deals.winRate"],
        });

        Assert.Equal([100m, 80m, 0.5m], answer.Metrics.Select(static metric => metric.Value!.Value));
        Assert.Equal("region | region stage | region", string.Join(" | ", answer.Metrics.Select(static metric => string.Join(' ', metric.Filters))).ToLowerInvariant());
    }

    [Fact]
    public async Task Without_data_there_are_no_values()
    {
        await using var host = await DataHost.StartAsync();

        var answer = await host.AskAsync(new() { GroupBy = "region", Metrics = ["revenue.won", "deals.winRate"] });

        Assert.Null(answer.AsOf);
        Assert.Equal(FreshnessStatus.NoData, answer.Freshness.Status);
        Assert.All(answer.Metrics, static metric =>
        {
            Assert.Null(metric.Value);
            Assert.All(metric.Points, static point => Assert.Null(point.Value));
            Assert.Empty(metric.Groups!);
        });
    }

    [Fact]
    public async Task A_deal_without_an_amount_counts_as_a_deal_and_adds_nothing_to_amounts()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Stages, Deal("1", null, (New, "2026-01-01"), (Won, "2026-01-21")), Deal("2", 10.005m, (New, "2026-01-01"), (Won, "2026-01-21"))]);

        var answer = await host.AskAsync(new() { From = "2026-01-01", To = "2026-01-31", Metrics = ["revenue.won", "deals.won"] });

        Assert.Equal([10.01m, 2m], answer.Metrics.Select(static metric => metric.Value));
    }

    private static IEnumerable<decimal?> Values(MetricResult metric) => metric.Points.Select(static point => point.Value);

    private static IEnumerable<(string?, decimal)> Groups(DashboardMetrics answer) => answer.Metrics[0].Groups!.Select(static group => (group.Key, group.Value!.Value));

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
