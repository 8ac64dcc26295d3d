using Sophia.Core.Metrics;

namespace Sophia.Tests.Data.Projection;

public sealed class RollupTests
{
    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task After_any_history_the_figures_equal_those_computed_fact_by_fact(int seed)
    {
        await using var host = await DataHost.StartAsync();
        var said = RandomHistory.Of(seed, 500);
        foreach (var page in said.Chunk(20))
        {
            await host.LearnAsync(page);
        }

        var company = new DirectComputation(said);
        foreach (var filter in new[] { "region:EMEA", "region:EMEA,region:,department:Sales", "seller:User 1,callDirection:inbound,stage:New", "topic:Price,department:Legal,department:" })
        {
            foreach (var groupBy in new Dimension?[] { null, Dimension.Region, Dimension.Department, Dimension.Topic, Dimension.Seller })
            {
                await CompareAsync(host, company, "2025-11-07", "2026-01-19", groupBy, filter);
            }
        }

        foreach (var groupBy in Enum.GetValues<Dimension>().Select(static dimension => (Dimension?)dimension).Prepend(null))
        {
            foreach (var (from, to) in new[] { ("2025-10-01", "2026-02-28"), ("2025-11-07", "2026-01-19"), ("2025-12-24", "2025-12-24") })
            {
                await CompareAsync(host, company, from, to, groupBy);
            }
        }
    }

    private static async Task CompareAsync(DataHost host, DirectComputation company, string from, string to, Dimension? groupBy, string? filter = null)
    {
        var range = new DateRange(DateOnly.Parse(from, null), DateOnly.Parse(to, null));
        var metrics = MetricCatalog.All.Where(metric => metric.Formula is not MetricFormula.Growth && (groupBy is null || metric.Dimensions.Contains(groupBy.Value))).ToArray();
        if (metrics.Length == 0)
        {
            return;
        }

        var answer = await host.AskAsync(new() { From = from, To = to, GroupBy = groupBy?.ToString(), Filter = filter, Metrics = [.. metrics.Select(static metric => metric.Key)] });
        foreach (var (metric, result) in metrics.Zip(answer.Metrics))
        {
            MetricFilter[] filters = [.. answer.Filters.Where(applied => metric.Dimensions.Contains(applied.Dimension))];
            Assert.Equal(filters.Select(static applied => applied.Dimension), result.Filters);
            if (!result.Suppressed)
            {
                AssertClose(Expected(metric.Formula, range, (component, days) => company.Total(component, days, filters)), result.Value);
            }

            if (groupBy is { } dimension)
            {
                Dictionary<string, decimal> Shown(Dictionary<string, decimal> groups) => groups
                    .Where(group => Array.TrueForAll(filters, applied => applied.Dimension != dimension || applied.Members.Contains(group.Key, StringComparer.Ordinal)))
                    .ToDictionary(StringComparer.Ordinal);

                var members = metric.Formula.Components.SelectMany(component => company.Groups(component, range, dimension, filters).Keys).ToHashSet(StringComparer.Ordinal);
                foreach (var group in result.Groups!.Where(static group => !group.Suppressed))
                {
                    AssertClose(Expected(metric.Formula, range, (component, days) => Shown(company.Groups(component, days, dimension, filters)).GetValueOrDefault(group.Key ?? "")), group.Value);
                }

                Assert.Empty(members.Where(member => Expected(metric.Formula, range, (component, days) => Shown(company.Groups(component, days, dimension, filters)).GetValueOrDefault(member)) is not (null or 0))
                    .Except(result.Groups!.Select(static group => group.Key ?? ""), StringComparer.Ordinal));
            }
        }
    }

    private static decimal? Expected(MetricFormula formula, DateRange range, Func<MetricComponent, DateRange, decimal> total) => formula switch
    {
        MetricFormula.Total sum => total(sum.Component, range),
        MetricFormula.Quotient quotient => total(quotient.Denominator, range) is var divisor and not 0 ? total(quotient.Numerator, range) / divisor : null,
        MetricFormula.PerAverage average =>
            (total(average.Stock, range) + total(average.Stock, new(range.From.AddDays(-1), range.From.AddDays(-1)))) / 2 is var divisor and not 0
                ? total(average.Flow, range) / divisor
                : null,
        _ => throw new ArgumentOutOfRangeException(nameof(formula)),
    };

    // Answers are rounded to 2 decimals at least, days of a cycle to a millionth on the way.
    private static void AssertClose(decimal? expected, decimal? actual)
    {
        Assert.Equal(expected is null, actual is null);
        Assert.InRange((expected - actual) ?? 0, -0.00501m, 0.00501m);
    }
}
