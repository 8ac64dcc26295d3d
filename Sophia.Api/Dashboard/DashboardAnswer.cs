using System.Collections.Concurrent;
using System.Text.Json;
using Sophia.Api.Lists;
using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard;

/// <summary>A query's answer with its bytes, made once and sent to everybody who asks the same.</summary>
internal sealed class DashboardAnswer
{
    // Subscribers of one query mostly see the same metrics move; a few combinations are worth keeping.
    private const int MostParts = 16;

    private readonly DashboardMetrics _metrics;
    private readonly ConcurrentDictionary<(long Sequence, string Metrics), byte[]> _parts = new();

    public DashboardAnswer(DashboardMetrics metrics, FreshnessReading freshness)
    {
        _metrics = metrics.Under(freshness.Value);
        Freshness = freshness;
        Body = JsonSerializer.SerializeToUtf8Bytes(_metrics, DashboardJson.Default.DashboardMetrics);
        ETag = ConditionalBody.TagOf(Body);
    }

    /// <summary>The answer itself.</summary>
    public DashboardMetrics Metrics => _metrics;

    /// <summary>The number of the last movement that the figures include.</summary>
    public long Sequence => _metrics.Sequence;

    /// <summary>The freshness that is in the bytes.</summary>
    public FreshnessReading Freshness { get; }

    /// <summary>The whole answer as UTF-8 JSON.</summary>
    public byte[] Body { get; }

    /// <summary>Equal for equal bytes, as the header writes it.</summary>
    public string ETag { get; }

    /// <summary>The same figures under a newer look at the sources.</summary>
    public DashboardAnswer With(FreshnessReading freshness) => new(_metrics, freshness);

    /// <summary>The answer with some of its metrics only, as UTF-8 JSON.</summary>
    /// <param name="metrics">The keys of the metrics, in the answer's order.</param>
    /// <param name="sequence">
    /// The number to resume by. It may lie before <see cref="Sequence"/>: the metrics left out are only known to be
    /// unmoved up to there.
    /// </param>
    public byte[] Part(IReadOnlyCollection<string> metrics, long sequence)
    {
        var key = (sequence, string.Join(',', metrics));
        if (_parts.TryGetValue(key, out var part))
        {
            return part;
        }

        if (_parts.Count >= MostParts)
        {
            _parts.Clear();
        }

        return _parts[key] = JsonSerializer.SerializeToUtf8Bytes(
            _metrics with { Sequence = sequence, Metrics = [.. _metrics.Metrics.Where(metric => metrics.Contains(metric.Metric, StringComparer.Ordinal))] },
            DashboardJson.Default.DashboardMetrics);
    }
}
