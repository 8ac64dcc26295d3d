using System.Runtime.CompilerServices;
using Sophia.Api.Live;
using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard.Live;

/// <summary>One subscription and what its reader has seen so far. Used by the channel's sending loop only.</summary>
internal sealed class DashboardSubscription(
    string id,
    LiveSelection selection,
    long? lastSequence,
    DashboardAnswers answers,
    MetricSequence sequence,
    FreshnessMonitor freshness,
    LiveLatency latency)
{
    private LiveSelection.Meaning _asked = selection.Current();
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
            yield return DashboardFrames.Write(new DashboardMessage.FreshnessChange { Id = id, Freshness = reading.Value.Of(_asked.Query.Metrics.SelectMany(static metric => metric.Families)) });
        }
    }

    private async ValueTask<RentedBuffer?> FiguresAsync(CancellationToken cancellationToken)
    {
        // A number that Postgres does not know belongs to another history: start over.
        if (_seen is not { } seen || seen < 0 || (_resuming && !await sequence.ReachAsync(seen, cancellationToken)))
        {
            var answer = await answers.AnswerAsync(_asked.Query, _asked.Key, cancellationToken);
            Saw(answer.Sequence, answer);
            return DashboardFrames.WriteSnapshot(id, answer.Body);
        }

        var (moved, through) = await sequence.SinceAsync(seen, cancellationToken);
        var mine = selection.Mine(moved, _asked.Query);
        if (mine.Count > 0)
        {
            var trace = _resuming ? null : sequence.TraceAfter(seen);
            using var span = trace?.Answer();
            var answer = await answers.AnswerAsync(_asked.Query, _asked.Key, cancellationToken);
            Saw(through, answer);
            return selection.Change(id, answer, mine, through, span?.Id ?? trace?.Parent);
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
        var today = selection.Current();
        if (today.Key != _asked.Key)
        {
            _seen = null;
        }

        _asked = today;
    }
}
