using Sophia.Core.Metrics;

namespace Sophia.Tests.Data.Projection;

public sealed class RollupTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task After_any_history_the_figures_equal_those_computed_deal_by_deal(int seed)
    {
        await using var host = await DataHost.StartAsync();
        var said = RandomHistory.Of(seed, 300);
        foreach (var page in said.Chunk(20))
        {
            await host.LearnAsync(page);
        }

        var company = new DirectComputation(said);
        foreach (var groupBy in new Dimension?[] { null, Dimension.ProductLine, Dimension.Region, Dimension.Segment, Dimension.Stage })
        {
            foreach (var (from, to) in new[] { ("2025-10-01", "2026-02-28"), ("2025-11-07", "2026-01-19"), ("2025-12-24", "2025-12-24") })
            {
                await CompareAsync(host, company, from, to, groupBy);
            }
        }
    }

    private static async Task CompareAsync(DataHost host, DirectComputation company, string from, string to, Dimension? groupBy)
    {
        var range = new DateRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        var metrics = MetricCatalog.All.Where(metric => metric.Formula is MetricFormula.Total && (groupBy is null || metric.Dimensions.Contains(groupBy.Value))).ToArray();
        var answer = await host.AskAsync(new() { From = from, To = to, GroupBy = groupBy?.ToString(), Metrics = [.. metrics.Select(static metric => metric.Key)] });
        foreach (var (metric, result) in metrics.Zip(answer.Metrics))
        {
            var component = ((MetricFormula.Total)metric.Formula).Component;
            Assert.Equal(decimal.Round(company.Total(component, range), 2, MidpointRounding.AwayFromZero), result.Value);
            if (groupBy is { } dimension)
            {
                Assert.Equal(
                    company.Groups(component, range, dimension).Where(static pair => pair.Value != 0).Select(static pair => (pair.Key, pair.Value)).Order(),
                    result.Groups!.Where(static group => group.Value != 0).Select(static group => (group.Key ?? "", group.Value!.Value)).Order());
            }
        }
    }
}
