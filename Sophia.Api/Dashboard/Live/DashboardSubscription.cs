using System.Runtime.CompilerServices;
using Sophia.Api.Live;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard.Live;

/// <summary>One subscription and what its reader has seen so far. Used by the channel's sending loop only.</summary>
internal sealed class DashboardSubscription(
    string id,
    MetricQueryText text,
    MetricQuery query,
    long? lastSequence,
    DashboardAnswers answers,
    MetricSequence sequence,
    FreshnessMonitor freshness,
    LiveLatency latency,
    TimeProvider clock)
{
    private MetricQuery _query = query;
    private DateOnly _day = DashboardQuery.Today(clock);
    private bool _resuming = lastSequence is not null;

    // Null asks for a snapshot.
    private long? _seen = lastSequence;
    private long _announcementSeen = -1;

    /// <summary>What the reader has not seen yet: figures, then freshness where that changed alone. The caller returns each buffer.</summary>
    public async IAsyncEnumerable<RentedBuffer> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FollowCalendar();
        // A reader who was away has waited for itself.
        var times = _seen is { } seen && !_resuming ? sequence.TimesAfter(seen) : null;
        if (await FiguresAsync(cancellationToken) is { } figures)
        {
            yield return figures;

            // Control comes back when the message is sent.
            if (times is not null)
            {
                latency.Sent(times.RecordedAt, times.ProjectedAt);
            }
        }

        var reading = freshness.Current;
        if (reading.Announcement > _announcementSeen)
        {
            _announcementSeen = reading.Announcement;
            yield return DashboardFrames.Write(new DashboardMessage.FreshnessChange { Id = id, Freshness = reading.Value.Of(_query.Metrics.SelectMany(static metric => metric.Families)) });
        }
    }

    private async ValueTask<RentedBuffer?> FiguresAsync(CancellationToken cancellationToken)
    {
        // A number that Postgres does not know belongs to another history: start over.
        if (_seen is not { } seen || seen < 0 || (_resuming && !await sequence.ReachAsync(seen, cancellationToken)))
        {
            var answer = await answers.AnswerAsync(_query, cancellationToken);
            Saw(answer.Sequence, answer);
            return DashboardFrames.WriteSnapshot(id, answer.Body);
        }

        var (moved, through) = await sequence.SinceAsync(seen, cancellationToken);
        string[] mine = [.. _query.Metrics.Select(static metric => metric.Key).Where(moved.Contains)];
        if (mine.Length > 0)
        {
            var trace = _resuming ? null : sequence.TraceAfter(seen);
            using var span = trace?.Answer();
            var answer = await answers.AnswerAsync(_query, cancellationToken);
            Saw(through, answer);
            return DashboardFrames.WriteChange(id, answer.Part(mine, through), span?.Id ?? trace?.Parent);
        }

        // A snapshot can be ahead of the notices.
        _seen = Math.Max(seen, through);
        if (!_resuming)
        {
            return null;
        }

        _resuming = false;
        return DashboardFrames.Write(new DashboardMessage.Resumed { Id = id, Sequence = _seen.Value });
    }

    private void Saw(long sequence, DashboardAnswer answer)
    {
        _seen = sequence;
        _resuming = false;
        _announcementSeen = answer.Freshness.Announcement;
    }

    private void FollowCalendar()
    {
        var today = DashboardQuery.Today(clock);
        if (today == _day)
        {
            return;
        }

        // A range that ends today is another range now. One that has grown beyond the limit stays as it was.
        _day = today;
        if (DashboardQuery.Parse(text, clock, out var moved).Count == 0 && moved!.CacheKey != _query.CacheKey)
        {
            _query = moved;
            _seen = null;
        }
    }
}
