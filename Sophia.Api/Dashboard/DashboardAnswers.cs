using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>
/// Answers queries: from this process' memory while nothing moved, else from the shared cache, else from Postgres, where
/// equal questions asked at once are computed once.
/// </summary>
internal sealed class DashboardAnswers(
    HybridCache cache, MetricReader reader, MetricSequence sequence, FreshnessMonitor freshness, AnswerScope scope, TimeProvider clock)
{
    // An answer of ten metrics over a year takes about 20 KB: together at most some 10 MB.
    private const int MostAnswers = 256;

    // An answer is never wrong later, since the sequence is in its key; it is only no longer asked for.
    private static readonly HybridCacheEntryOptions s_expiry = new()
    {
        Expiration = TimeSpan.FromMinutes(10),
        LocalCacheExpiration = TimeSpan.FromMinutes(1),
    };

    private readonly ConcurrentDictionary<string, DashboardAnswer> _answers = new(StringComparer.Ordinal);

    // A movement makes a thousand readers ask at once: one of them reads and writes the answer. Bounded by the requests under way.
    private readonly ConcurrentDictionary<(string Key, long Sequence), Lazy<Task<DashboardAnswer>>> _pending = new();

    /// <summary>The figures as of the present sequence or later, under the present freshness.</summary>
    public ValueTask<DashboardAnswer> AnswerAsync(MetricQuery query, CancellationToken cancellationToken) => AnswerAsync(query, query.CacheKey, cancellationToken);

    /// <summary>The same, for who asks often.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cacheKey">Its key.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async ValueTask<DashboardAnswer> AnswerAsync(MetricQuery query, string cacheKey, CancellationToken cancellationToken)
    {
        // The day is part of the question: what lies in the future has no value yet.
        var key = string.Create(CultureInfo.InvariantCulture, $"{cacheKey}:{DashboardQuery.Today(clock):yyyyMMdd}");
        var current = sequence.Current;
        var reading = freshness.Current;
        if (_answers.TryGetValue(key, out var answer) && answer.Sequence >= current)
        {
            return ReferenceEquals(answer.Freshness, reading) ? answer : Keep(key, answer.With(reading));
        }

        return await _pending.GetOrAdd(
            (key, current),
            static (asked, state) => new(() => state.answers.ComputeAsync(asked, state.query)),
            (answers: this, query)).Value.WaitAsync(cancellationToken);
    }

    /// <summary>Asks the shared cache or Postgres. It serves whoever asks meanwhile, so nobody's leaving ends it.</summary>
    private async Task<DashboardAnswer> ComputeAsync((string Key, long Sequence) asked, MetricQuery query)
    {
        try
        {
            var reading = freshness.Current;
            var history = await scope.ReadAsync(CancellationToken.None);
            DashboardMetrics? read = null;
            var json = await cache.GetOrCreateAsync(
                string.Create(CultureInfo.InvariantCulture, $"metrics:{history}:{asked.Key}:{asked.Sequence}"),
                async token =>
                {
                    read = await reader.ReadAsync(query, reading.Value, token);
                    return JsonSerializer.SerializeToUtf8Bytes(read, DashboardJson.Default.DashboardMetrics);
                },
                s_expiry,
                cancellationToken: CancellationToken.None);
            var metrics = read ?? JsonSerializer.Deserialize(json, DashboardJson.Default.DashboardMetrics)
                ?? throw new InvalidOperationException("A cached answer is empty.");
            return Keep(asked.Key, new DashboardAnswer(metrics, reading));
        }
        finally
        {
            _pending.TryRemove(asked, out _);
        }
    }

    private DashboardAnswer Keep(string key, DashboardAnswer answer)
    {
        if (_answers.Count >= MostAnswers)
        {
            // Rare and cheap: what is still asked for comes back from the shared cache.
            _answers.Clear();
        }

        return _answers[key] = answer;
    }
}
