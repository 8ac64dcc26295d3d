using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>All figures on the page.</summary>
/// <param name="Figures">The tiles' metrics and the revenue chart's.</param>
/// <param name="Stages">The open pipeline by stage.</param>
public sealed record DashboardView(DashboardMetrics Figures, DashboardMetrics Stages)
{
    /// <summary>The days that the figures are about.</summary>
    public DateRange Range => new(Figures.From, Figures.To);

    /// <summary>The days that they are held against, or null.</summary>
    public DateRange? Compared => Figures is { ComparedFrom: { } from, ComparedTo: { } to } ? new(from, to) : null;

    /// <summary>The days of each point of the series.</summary>
    public IReadOnlyList<DateRange> Points => TimeBuckets.Split(Range, Figures.Granularity);

    /// <summary>Whether the last point ends before its week, month or quarter does.</summary>
    public bool LastIsOpen => PeriodText.IsCut(Points[^1], Figures.Granularity);

    /// <summary>How fresh the figures are.</summary>
    public Freshness Freshness => Figures.Freshness;

    /// <summary>Whether any metric has a value.</summary>
    public bool HasData => Figures.Metrics.Any(static metric => metric.Value is not null);

    /// <summary>The metric with this key, or null where the answer lacks it.</summary>
    public MetricResult? Find(string key) => Find(Figures, key);

    /// <summary>The stages' values of a metric, in pipeline order; empty where there are none.</summary>
    public IReadOnlyList<MetricGroup> ByStage(string key) =>
        FindStaged(key)?.Groups ?? [];

    /// <summary>The metric over all stages, or null where the answer lacks it.</summary>
    public MetricResult? FindStaged(string key) => Find(Stages, key);

    /// <summary>The view after a message; the same instance where the message changes nothing.</summary>
    /// <param name="message">A message of the socket.</param>
    /// <exception cref="StaleRangeException">The message is about other days: the whole must be asked for again.</exception>
    public DashboardView After(DashboardMessage message) => message switch
    {
        DashboardMessage.Snapshot { Id: "figures" } snapshot => this with { Figures = snapshot.Data },
        DashboardMessage.Snapshot { Id: "stages" } snapshot => this with { Stages = Slim(snapshot.Data) },
        DashboardMessage.Change { Id: "figures" } change => this with { Figures = Merge(Figures, change.Data) },
        DashboardMessage.Change { Id: "stages" } change => this with { Stages = Merge(Stages, Slim(change.Data)) },
        DashboardMessage.FreshnessChange freshness => new(
            Figures with { Freshness = freshness.Freshness }, Stages with { Freshness = freshness.Freshness }),
        DashboardMessage.Resumed { Id: "figures" } resumed => this with { Figures = Figures with { Sequence = resumed.Sequence } },
        DashboardMessage.Resumed { Id: "stages" } resumed => this with { Stages = Stages with { Sequence = resumed.Sequence } },
        _ => this,
    };

    /// <summary>The stages without their series, which the page does not draw: the page's saved state stays small.</summary>
    internal static DashboardMetrics Slim(DashboardMetrics stages) => stages with
    {
        Metrics = [.. stages.Metrics.Select(static metric => metric with
        {
            Points = [],
            Groups = metric.Groups is { } groups ? [.. groups.Select(static group => group with { Points = [] })] : null,
        })],
    };

    private static MetricResult? Find(DashboardMetrics answer, string key) =>
        answer.Metrics.FirstOrDefault(metric => metric.Metric == key);

    private static DashboardMetrics Merge(DashboardMetrics before, DashboardMetrics change)
    {
        if ((before.From, before.To) != (change.From, change.To))
        {
            throw new StaleRangeException();
        }

        // The socket may say less than it said before only after a newer answer came over HTTP.
        return change.Sequence < before.Sequence ? before : change with
        {
            Metrics = [.. before.Metrics.Select(metric => Find(change, metric.Metric) ?? metric)],
        };
    }
}
