using Microsoft.AspNetCore.Http;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Dashboard;

namespace Sophia.Tests.Web;

/// <summary>Small answers of the API, with the figures that a test names.</summary>
internal static class SampleFigures
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 14, 32, 5, TimeSpan.Zero);

    public static Freshness Fresh { get; } = Of(new() { Source = "hubspot", Status = FreshnessStatus.Fresh, CheckedAt = Now, Loaded = 20_000, Total = 20_000, Error = null });

    public static Freshness Of(SourceFreshness source) => new() { Status = source.Status, Sources = [source] };

    public static MetricResult Metric(string key, decimal? value, decimal? previous = null, decimal? change = null)
    {
        var definition = MetricCatalog.Find(key)!;
        return new()
        {
            Metric = key,
            Name = definition.Name,
            Definition = definition.Definition,
            Unit = definition.Unit,
            Currency = definition.Unit == MetricUnit.Money ? "USD" : null,
            GoodDirection = definition.GoodDirection,
            Value = value,
            Previous = previous,
            Change = change,
            Freshness = FreshnessStatus.Fresh,
            Comparisons = [new() { Compare = Comparison.PreviousPeriod, Value = previous, Change = change }],
            Points = [.. Months.Select((month, index) => new MetricPoint
            {
                Start = month.From,
                Value = value is null ? null : value + index,
                Previous = previous is null ? null : previous + index,
            })],
        };
    }

    /// <summary>Twelve months to 22 November 2026, held against the twelve before.</summary>
    public static DashboardMetrics Answer(long sequence, params MetricResult[] metrics) => new()
    {
        From = new(2025, 12, 1),
        To = new(2026, 11, 22),
        Granularity = Granularity.Month,
        Compare = Comparison.PreviousPeriod,
        ComparedFrom = new(2024, 12, 1),
        ComparedTo = new(2025, 11, 22),
        Comparisons = [new(Comparison.PreviousPeriod, new(2024, 12, 1), new(2025, 11, 22))],
        AsOf = Now.AddSeconds(-2),
        Sequence = sequence,
        Freshness = Fresh,
        Metrics = metrics,
    };

    public static DashboardMetrics Figures(long sequence = 7, decimal? revenue = 48_324_118m) => Answer(
        sequence,
        Metric("revenue.won", revenue, 43_000_000m, revenue is null ? null : 0.1238m),
        Metric("pipeline.open", 41_085_708m, 41_500_000m, -0.00998m),
        Metric("deals.winRate", 0.27m, 0.245m, 0.025m),
        Metric("deals.averageValue", 27_888m, 25_000m, 0.11552m),
        Metric("deals.won", 2_113m, 1_845m, 0.1453m),
        Metric("deals.salesCycle", 41.1m, 41.9m, -0.0191m));

    public static DashboardMetrics Stages(long sequence = 7) => Answer(
        sequence,
        Metric("pipeline.open", 41_085_708m) with { Groups = [Stage("Qualified", 30_000_000m), Stage("Contract sent", 11_085_708m)] },
        Metric("pipeline.deals", 1_240m) with { Groups = [Stage("Qualified", 1_000m), Stage("Contract sent", 240m)] }) with
    {
        GroupBy = Dimension.Stage,
    };

    public static DashboardMetrics Regions(long sequence = 7) => Answer(
        sequence,
        Metric("revenue.won", 48_324_118m) with { Groups = [Stage("EMEA", 30_000_000m), Stage("APAC", 18_324_118m)] },
        Metric("deals.won", 2_113m) with { Groups = [Stage("EMEA", 1_300m), Stage("APAC", 813m)] }) with
    {
        GroupBy = Dimension.Region,
    };

    /// <summary>What the API answers to one of the page's questions.</summary>
    public static DashboardMetrics AnswerTo(HttpRequest request, long sequence = 7, decimal? revenue = 48_324_118m) =>
        request.Query["groupBy"].ToString() switch
        {
            "" => Figures(sequence, revenue),
            "stage" => Stages(sequence),
            _ => Regions(sequence),
        };

    public static DashboardView View(Freshness? freshness = null) => View(Figures(), Stages(), freshness);

    public static DashboardView View(DashboardMetrics figures, DashboardMetrics stages, Freshness? freshness = null) =>
        new(new Dictionary<string, DashboardMetrics>(StringComparer.Ordinal)
        {
            ["figures"] = figures with { Freshness = freshness ?? figures.Freshness },
            ["stages"] = stages with { Freshness = freshness ?? stages.Freshness },
        });

    private static IReadOnlyList<DateRange> Months { get; } =
        TimeBuckets.Split(new(new(2025, 12, 1), new(2026, 11, 22)), Granularity.Month);

    private static MetricGroup Stage(string name, decimal value) =>
        new() { Key = name, Value = value, Points = [new() { Start = new(2026, 11, 1), Value = value }] };
}
