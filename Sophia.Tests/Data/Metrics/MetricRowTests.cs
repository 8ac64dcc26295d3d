using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Metrics;
using Sophia.Tests.Data.Projection;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Metrics;

public sealed class MetricRowTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(21, null)]
    [InlineData(22, "region:EMEA,region:APAC,region:,department:,department:Sales")]
    [InlineData(23, "seller:User 1,seller:User 2,topic:Price")]
    public async Task The_rows_of_every_metric_add_up_to_its_value(int seed, string? filter)
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(RandomHistory.Of(seed, 500));
        var some = 0;
        foreach (var metric in MetricCatalog.All)
        {
            var text = new MetricQueryText { Metrics = [metric.Key], From = "2025-11-07", To = "2026-01-19", Filter = filter };
            var (answer, rows) = await ReadAsync(host, text);
            var figure = (await host.AskAsync(text)).Metrics[0];

            Assert.Equal((figure.Value, figure.Suppressed), (answer.Metric.Value, answer.Metric.Suppressed));
            if (figure.Suppressed)
            {
                Assert.Empty(rows);
                Assert.All(answer.Parts, static part => Assert.Null(part.Total));
                continue;
            }

            Assert.Equal(figure.Value, Figure(metric, answer.Parts));
            if (metric.People is not null && answer.Metric.Filters.Count > 0)
            {
                Assert.Empty(rows);
                continue;
            }

            some += rows.Count;
            Assert.Equal(rows.Count, rows.DistinctBy(static row => (row.Key.Part, row.Key.Connection, row.Key.Id, row.Key.Ordinal)).Count());
            Assert.All(answer.Parts, part =>
            {
                var own = rows.Where(row => row.Row.Part == part.Part).ToArray();
                Assert.Equal((part.Total!.Value, part.Rows!.Value), (own.Sum(static row => row.Row.Contribution), own.Length));
            });
        }

        Assert.True(some > 20);
    }

    [Fact]
    public async Task The_rows_of_a_group_are_those_of_its_filter_with_the_largest_first()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(
        [
            .. Stages, Account("a", "EMEA"), Account("b", "APAC"), User("owner", null),
            Deal("1", 100m, (New, "2026-01-01"), (Won, "2026-01-21")),
            Deal("2", 300m, (New, "2026-01-01"), (Won, "2026-01-22")),
            Deal("3", 300m, (New, "2026-01-01"), (Won, "2026-01-22")) with { AccountId = "b" },
        ]);

        var (answer, rows) = await ReadAsync(host, new() { Metrics = ["revenue.won"], From = "2026-01-01", To = "2026-01-31", Filter = "region:EMEA" });

        Assert.Equal([("2", 300m), ("1", 100m)], rows.Select(static row => (row.Row.Id, row.Row.Contribution)));
        Assert.Equal((400m, 2L), (answer.Parts[0].Total, answer.Parts[0].Rows));
        Assert.Equal(("Deal 2", "EMEA", "Cloud", "User owner", new DateOnly(2026, 1, 22)), (rows[0].Row.Title, rows[0].Row.Region, rows[0].Row.ProductLine, rows[0].Row.Seller, rows[0].Row.Day));
    }

    [Fact]
    public async Task Nobody_learns_who_is_left_in_a_small_department_from_who_was_in_it_once()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync([.. Enumerable.Range(1, 20).Select(static number => Employee($"sales-{number}", "Sales")), .. Enumerable.Range(1, 9).Select(static number => Employee($"legal-{number}", "Legal", left: number > 3 ? "2026-02-10" : null))]);

        var (then, once) = await ReadAsync(host, new() { Metrics = ["people.headcount"], From = "2026-01-01", To = "2026-01-31", Filter = "department:Legal" });
        var (_, now) = await ReadAsync(host, new() { Metrics = ["people.headcount"], From = "2026-01-01", To = "2026-03-15" });

        Assert.Equal((9m, 9L), (then.Metric.Value, then.Parts[0].Rows));
        Assert.Empty(once);
        Assert.Equal(23, now.Count);
        Assert.All(now, static row => Assert.Null(row.Row.Department));
    }

    [Fact]
    public async Task Survey_answers_bear_neither_names_nor_departments()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(Enumerable.Range(1, 6).Select(static number => Employee($"{number}", "Sales")));
        await host.LearnAsync(Enumerable.Range(1, 6).Select(static number => Answer($"ann-{number}", "Winter", "2026-02-01", number, $"{number}")));

        var (_, rows) = await ReadAsync(host, new() { Metrics = ["people.satisfaction"], From = "2026-01-01", To = "2026-03-15" });

        Assert.Equal("1 2 3 4 5 6", string.Join(' ', rows.Where(static row => row.Row.Part == MetricPart.Numerator).Select(static row => row.Row.Id)));
        Assert.All(rows, static row => Assert.Equal((null, null), (row.Row.Title, row.Row.Department)));
    }

    private static decimal? Figure(MetricDefinition metric, IReadOnlyList<MetricPartTotal> parts)
    {
        var figure = metric.Formula switch
        {
            MetricFormula.Total => parts[0].Total,
            MetricFormula.Growth => parts[1].Total is 0 ? null : (parts[0].Total - parts[1].Total) / parts[1].Total,
            _ => parts[1].Total is 0 ? null : parts[0].Total / parts[1].Total,
        };
        var decimals = metric.Unit switch
        {
            MetricUnit.Ratio => 6,
            MetricUnit.Number => 4,
            MetricUnit.Count => 0,
            MetricUnit.Money or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => 2,
        };
        return figure is null ? null : decimal.Round(figure.Value, decimals, MidpointRounding.AwayFromZero);
    }

    // All pages, seven rows at a time.
    private static async Task<(MetricRows Answer, List<(MetricRow Row, MetricRowKey Key)> Rows)> ReadAsync(DataHost host, MetricQueryText text)
    {
        Assert.Empty(text.Parse(DateOnly.FromDateTime(host.Clock.Now.UtcDateTime), out var query));
        var reader = host.Get<MetricRowReader>();
        var (answer, page) = await reader.ReadAsync(query!, after: null, 7, Cancelled);
        var rows = page.ToList();
        while (page.Count == 7)
        {
            (_, page) = await reader.ReadAsync(query!, rows[^1].Key, 7, Cancelled);
            rows.AddRange(page);
        }

        return (answer, rows);
    }
}
