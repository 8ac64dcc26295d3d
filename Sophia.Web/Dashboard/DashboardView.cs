using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Web.Figures;

namespace Sophia.Web.Dashboard;

/// <summary>All figures on the page.</summary>
/// <param name="Answers">
/// The answers by the question's id. The tiles' is always there; a chart's is missing where it could not be had.
/// </param>
public sealed record DashboardView(IReadOnlyDictionary<string, DashboardMetrics> Answers)
{
    /// <summary>The id of the question that brings the tiles.</summary>
    public const string FiguresId = "figures";

    /// <summary>The tiles' answer, with the series.</summary>
    public DashboardMetrics Figures => Answers[FiguresId];

    /// <summary>The days that the figures are about.</summary>
    public DateRange Range => new(Figures.From, Figures.To);

    /// <summary>The days that they are held against in the first place, or null.</summary>
    public DateRange? Compared => Figures is { ComparedFrom: { } from, ComparedTo: { } to } ? new(from, to) : null;

    /// <summary>The days of each point of the series.</summary>
    public IReadOnlyList<DateRange> Points => TimeBuckets.Split(Range, Figures.Granularity);

    /// <summary>Whether the last point ends before its week, month or quarter does.</summary>
    public bool LastIsOpen => PeriodText.IsCut(Points[^1], Figures.Granularity);

    /// <summary>How fresh the figures are.</summary>
    public Freshness Freshness => Figures.Freshness;

    /// <summary>Whether any metric has a value.</summary>
    public bool HasData => Figures.Metrics.Any(static metric => metric.Value is not null);

    /// <summary>The tile's metric with this key, or null where the answer lacks it.</summary>
    public MetricResult? Find(string key) => Find(Figures, key);

    /// <summary>A chart's metric, or null where the answer or the metric in it is missing.</summary>
    /// <param name="question">The chart's question.</param>
    /// <param name="key">The metric's key.</param>
    public MetricResult? Find(BoardQuestion question, string key) =>
        Answers.TryGetValue(question.Id, out var answer) ? Find(answer, key) : null;

    /// <summary>All sources that any figure on the page comes from, by name.</summary>
    public IReadOnlyList<SourceFreshness> Sources =>
        [.. Answers.Values.SelectMany(static answer => answer.Freshness.Sources).DistinctBy(static source => source.Source, StringComparer.Ordinal).OrderBy(static source => source.Source, StringComparer.Ordinal)];

    /// <summary>The view after a message; the same instance where the message changes nothing.</summary>
    /// <param name="message">A message of the socket.</param>
    /// <exception cref="StaleRangeException">The message is about other days: the whole must be asked for again.</exception>
    public DashboardView After(DashboardMessage message)
    {
        if (message.Id is not { } id || !Answers.TryGetValue(id, out var before))
        {
            return this;
        }

        return message switch
        {
            DashboardMessage.Snapshot snapshot => With(id, Slim(snapshot.Data)),
            DashboardMessage.Change change => With(id, Merge(before, Slim(change.Data))),
            DashboardMessage.FreshnessChange freshness => With(id, before with { Freshness = freshness.Freshness }),
            DashboardMessage.Resumed resumed => With(id, before with { Sequence = resumed.Sequence }),
            _ => this,
        };
    }

    /// <summary>Of each answer the newer one of two views of the same questions; where they are equal, the other's, so that pages can share it.</summary>
    internal DashboardView Newest(DashboardView other)
    {
        var answers = Answers.ToDictionary(
            static answer => answer.Key,
            answer => other.Answers.TryGetValue(answer.Key, out var theirs) && IsAsNew(theirs, answer.Value) ? theirs : answer.Value,
            StringComparer.Ordinal);
        return answers.All(answer => other.Answers.TryGetValue(answer.Key, out var theirs) && ReferenceEquals(theirs, answer.Value)) ? other : new(answers);
    }

    private static bool IsAsNew(DashboardMetrics one, DashboardMetrics other) =>
        one.To == other.To ? one.Sequence >= other.Sequence : one.To > other.To;

    /// <summary>An answer without what the page does not draw, so that its saved state and its memory stay small: the courses of groups.</summary>
    internal static DashboardMetrics Slim(DashboardMetrics answer) => answer.GroupBy is null ? answer : answer with
    {
        Metrics = [.. answer.Metrics.Select(static metric => metric with
        {
            Points = [],
            Groups = metric.Groups is { } groups ? [.. groups.Select(static group => group with { Points = [] })] : null,
        })],
    };

    private DashboardView With(string id, DashboardMetrics answer) => ReferenceEquals(Answers[id], answer)
        ? this
        : new(new Dictionary<string, DashboardMetrics>(Answers, StringComparer.Ordinal) { [id] = answer });

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
