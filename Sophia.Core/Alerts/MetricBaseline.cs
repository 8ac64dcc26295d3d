using Sophia.Core.Analytics.Anomalies.Detection;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>
/// What a metric's days so far let expect of the next. It is learnt from the metric's own history at first; a process that begins goes on
/// from what is stored, with the same verdicts as one that never stopped.
/// </summary>
public sealed class MetricBaseline
{
    /// <summary>The version of what judges; part of every stored verdict.</summary>
    public const string Detector = "anomaly-2";

    // Three years hold every season often enough.
    private const int LongestHistory = 1096;

    private readonly MetricDefinition _metric;
    private readonly AnomalyDetector _detector;
    private DateOnly? _lastDay;

    /// <summary>A baseline that begins anew, or goes on from a stored one where that is of this version.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="state">What was stored of it, or null.</param>
    public MetricBaseline(MetricDefinition metric, BaselineState? state = null)
    {
        _metric = metric;
        var restored = state is { Detector: Detector } ? AnomalyDetector.Restore(state.Numbers) : null;
        _lastDay = restored is null ? null : state!.LastDay;
        _detector = restored ?? new();
    }

    /// <summary>What is to be stored of it; null before the first day.</summary>
    public BaselineState? State => _lastDay is { } day ? new(_metric.Key, Detector, day, _detector.Save()) : null;

    /// <summary>The query for the days up to <paramref name="lastDay"/> that are not learnt yet, or null where there are none.</summary>
    public MetricQuery? Missing(DateOnly lastDay)
    {
        var first = _lastDay?.AddDays(1) ?? lastDay.AddDays(1 - LongestHistory);
        return first > lastDay ? null : new() { Metrics = [_metric], Range = new(first, lastDay), Granularity = Granularity.Day };
    }

    /// <summary>Learns the days of an answer to <see cref="Missing"/>.</summary>
    /// <returns>The verdicts, in the order of the days.</returns>
    public IReadOnlyList<(BaselineDay Day, AnomalyVerdict Verdict)> Learn(MetricResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var verdicts = new List<(BaselineDay, AnomalyVerdict)>();
        foreach (var point in result.Points)
        {
            // Before the first day that is known there is nothing to miss.
            if (_lastDay is null && point.Value is null)
            {
                continue;
            }

            _lastDay = point.Start;
            var verdict = _detector.Observe(EndOf(point.Start), (double?)point.Value);
            verdicts.Add((Describe(point, verdict), verdict));
        }

        return verdicts;
    }

    // A day's value is known when the day is over.
    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private BaselineDay Describe(MetricPoint point, AnomalyVerdict verdict) => new()
    {
        Metric = _metric.Key,
        Day = point.Start,
        Value = point.Value,
        State = verdict.State,
        Score = Math.Round(verdict.Score, 6),
        Kind = verdict.Kind,
        Expected = verdict.Expected is { } range
            ? new(MetricValue.Round(range.Lower, _metric.Unit), MetricValue.Round(range.Centre, _metric.Unit), MetricValue.Round(range.Upper, _metric.Unit))
            : null,
        Detector = Detector,
    };
}
