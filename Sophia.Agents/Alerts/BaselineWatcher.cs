using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Alerts;
using Sophia.Data.Metrics;

namespace Sophia.Agents.Alerts;

/// <summary>Judges the days of metrics that are watched for anomalies, each when it is over.</summary>
internal sealed class BaselineWatcher(MetricReader metrics, BaselineStore store)
{
    // A first look judges years at once; only what may still be asked about is kept.
    private const int KeptAtFirst = 90;

    // One per metric that a rule watches.
    private readonly Dictionary<string, MetricBaseline> _baselines = new(StringComparer.Ordinal);

    // Judged and not stored yet: a transaction that failed is tried again with them. A day per metric, at first its history.
    private readonly List<(BaselineDay Day, AnomalyVerdict Verdict)> _judged = [];

    /// <summary>What there is to see of the last day that is over, and the days that were judged since they were last stored, with what was learnt by them.</summary>
    /// <param name="rules">The rules; those of anomalies count.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(IReadOnlyList<WatchReading> Readings, IReadOnlyList<BaselineDay> Days, IReadOnlyList<BaselineState> Learnt)> LookAsync(
        IReadOnlyList<MetricRule> rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var watches = rules
            .Where(static rule => rule.Condition == RuleCondition.Anomaly && MetricCatalog.Find(rule.Metric) is not null)
            .Select(static rule => new Watch(rule, null))
            .ToArray();
        if (watches.Length == 0)
        {
            return ([], [], []);
        }

        var yesterday = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1);
        MetricDefinition[] watched = [.. watches.Select(static watch => MetricCatalog.Find(watch.Rule.Metric)!).Distinct()];
        var answer = await metrics.ReadAsync(
            new() { Metrics = watched, Range = new(yesterday, yesterday), Granularity = Granularity.Day }, cancellationToken);
        foreach (var (metric, result) in watched.Zip(answer.Metrics).Where(static pair => pair.Second.Freshness == FreshnessStatus.Fresh))
        {
            await JudgeAsync(metric, yesterday, cancellationToken);
        }

        var news = await UntoldAsync(cancellationToken);
        return (
            [.. watches.Select(watch => Read(watch, answer, [.. news.Where(judged => judged.Day.Metric == watch.Rule.Metric).Select(static judged => judged.Verdict)]))],
            [.. news.Select(static judged => judged.Day).Where(day => day.Day > yesterday.AddDays(-KeptAtFirst))],
            [.. _judged.Select(static judged => judged.Day.Metric).Distinct(StringComparer.Ordinal).Select(metric => _baselines[metric].State).OfType<BaselineState>()]);
    }

    /// <summary>What was judged is stored.</summary>
    public void Stored() => _judged.Clear();

    private async Task JudgeAsync(MetricDefinition metric, DateOnly lastDay, CancellationToken cancellationToken)
    {
        if (!_baselines.TryGetValue(metric.Key, out var baseline))
        {
            _baselines[metric.Key] = baseline = new(metric, await store.FindStateAsync(metric.Key, cancellationToken));
        }

        if (baseline.Missing(lastDay) is { } query)
        {
            var answer = await metrics.ReadAsync(query, cancellationToken);
            _judged.AddRange(baseline.Learn(answer.Metrics[0]));
        }
    }

    // Another process may have judged some of them before, and told.
    private async Task<IReadOnlyList<(BaselineDay Day, AnomalyVerdict Verdict)>> UntoldAsync(CancellationToken cancellationToken)
    {
        if (_judged.Count == 0)
        {
            return [];
        }

        var stored = await store.ReadLastDaysAsync(cancellationToken);
        return [.. _judged.Where(judged => !stored.TryGetValue(judged.Day.Metric, out var last) || judged.Day.Day > last)];
    }

    private static WatchReading Read(Watch watch, DashboardMetrics answer, IReadOnlyList<AnomalyVerdict> verdicts)
    {
        var result = answer.Metrics.First(metric => metric.Metric == watch.Rule.Metric);
        return new(
            watch,
            new()
            {
                From = answer.From, To = answer.To, Value = result.Value, Previous = null, Change = null,
                AsOf = answer.AsOf, Sequence = answer.Sequence, Freshness = result.Freshness,
            },
            result.Currency,
            verdicts);
    }
}
