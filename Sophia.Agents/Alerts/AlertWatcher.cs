using Sophia.Core.Alerts;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Alerts;
using Sophia.Data.Metrics;

namespace Sophia.Agents.Alerts;

/// <summary>Looks at everything that rules watch. One process at a time does.</summary>
internal sealed class AlertWatcher(
    MetricReader metrics, MetricRuleStore ruleStore, AlertMuteStore muteStore, AlertLedger ledger, BaselineWatcher baselines, TimeProvider clock)
{
    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var freshness = await metrics.ReadFreshnessAsync(cancellationToken);
        if (freshness.Sources.All(static source => source.Status is FreshnessStatus.NoData or FreshnessStatus.Loading))
        {
            // While every history is being loaded there is nothing to judge, and the looks would slow the loading.
            return;
        }

        var now = clock.GetUtcNow();
        var rules = await ruleStore.ReadAsync(after: null, metric: null, enabled: true, MetricRuleStore.Most, cancellationToken);
        var mutes = await muteStore.ReadAsync(after: null, overAfter: now, AlertMuteStore.Most, cancellationToken);
        var (unusual, judged, learnt) = await baselines.LookAsync(rules, now, cancellationToken);
        IReadOnlyList<WatchReading> readings = [.. await ReadAsync(rules, now, cancellationToken), .. unusual];

        var opened = new List<Alert>();
        await ledger.ChangeAsync(
            book =>
            {
                var (state, changed) = AlertRound.Look(rules, mutes, readings, book.State, book.Open, now);
                book.State = state;
                book.Judged = judged;
                book.Learnt = learnt;
                opened.AddRange(changed.Select(book.Put).Where(static alert => alert.Sequence == alert.OpenedSequence));
            },
            cancellationToken);
        baselines.Stored();
        foreach (var alert in opened)
        {
            await ExplainAsync(alert, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<WatchReading>> ReadAsync(IReadOnlyList<MetricRule> rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var readings = new List<WatchReading>();
        foreach (var (query, asking) in WatchReadings.Queries(rules, DateOnly.FromDateTime(now.UtcDateTime)))
        {
            var answer = await metrics.ReadAsync(query, cancellationToken);
            readings.AddRange(asking.SelectMany(rule => WatchReadings.Of(rule, answer, now)));
        }

        return readings;
    }

    /// <summary>Adds who explains it. After people were told, since it takes a query for each dimension.</summary>
    private async Task ExplainAsync(Alert alert, CancellationToken cancellationToken)
    {
        var splits = new Dictionary<Dimension, MetricResult>();
        foreach (var dimension in AlertExplanation.DimensionsOf(alert))
        {
            var answer = await metrics.ReadAsync(AlertExplanation.Query(alert, dimension), cancellationToken);
            splits[dimension] = answer.Metrics[0];
        }

        if (AlertExplanation.Explain(alert, splits) is not { Count: > 0 } contributors)
        {
            return;
        }

        await ledger.ChangeAsync(
            book =>
            {
                if (book.Open.FirstOrDefault(open => open.Id == alert.Id) is { } open)
                {
                    book.Put(open with { Contributors = contributors });
                }
            },
            cancellationToken);
    }
}
