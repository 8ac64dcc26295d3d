using Sophia.Api.Live;
using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard.Live;

/// <summary>
/// What some live readers have asked for, and what they are told of a change: worked out for the first of them and handed to the
/// others, since a movement wakes all of them at once.
/// </summary>
/// <param name="text">The selection as it was written.</param>
/// <param name="query">What it means today.</param>
/// <param name="clock">Says what today is.</param>
internal sealed class LiveSelection(MetricQueryText text, MetricQuery query, TimeProvider clock)
{
    private volatile Meaning _meaning = new(query, query.CacheKey, DashboardQuery.Today(clock));
    private volatile Share? _share;
    private volatile Telling? _telling;

    /// <summary>What the selection means today: a range that ends today is another range tomorrow.</summary>
    public Meaning Current()
    {
        var known = _meaning;
        var today = DashboardQuery.Today(clock);
        if (today == known.Day)
        {
            return known;
        }

        // A range that has grown beyond the limit stays as it was.
        var follows = DashboardQuery.Parse(text, clock, out var moved).Count == 0 && moved!.CacheKey != known.Key;
        return _meaning = follows ? new(moved!, moved!.CacheKey, today) : known with { Day = today };
    }

    /// <summary>The selection's metrics among those that moved, in the selection's order.</summary>
    public IReadOnlyList<string> Mine(IReadOnlySet<string> moved, MetricQuery query)
    {
        if (_share is { } known && ReferenceEquals(known.Moved, moved) && ReferenceEquals(known.Query, query))
        {
            return known.Mine;
        }

        string[] mine = [.. query.Metrics.Select(static metric => metric.Key).Where(moved.Contains)];
        _share = new(moved, query, mine);
        return mine;
    }

    /// <summary>The message that tells of a change.</summary>
    /// <param name="id">The reader's name for the selection.</param>
    /// <param name="answer">The newest answer.</param>
    /// <param name="mine">The metrics that moved.</param>
    /// <param name="through">The number to resume by.</param>
    /// <param name="traceParent">The trace of the movement, or null.</param>
    public RentedBuffer Change(string id, DashboardAnswer answer, IReadOnlyList<string> mine, long through, string? traceParent)
    {
        var asked = (id, through, traceParent);
        if (_telling is { } known && known.Asked == asked && ReferenceEquals(known.Answer, answer) && ReferenceEquals(known.Mine, mine))
        {
            return RentedBuffer.Of(known.Bytes);
        }

        var frame = DashboardFrames.WriteChange(id, answer.Part(mine, through), traceParent);
        _telling = new(asked, answer, mine, frame.Written.ToArray());
        return frame;
    }

    /// <summary>What the selection means on a day.</summary>
    /// <param name="Query">The query.</param>
    /// <param name="Key">Its key.</param>
    /// <param name="Day">The UTC day.</param>
    internal sealed record Meaning(MetricQuery Query, string Key, DateOnly Day);

    private sealed record Share(IReadOnlySet<string> Moved, MetricQuery Query, IReadOnlyList<string> Mine);

    private sealed record Telling((string Id, long Through, string? TraceParent) Asked, DashboardAnswer Answer, IReadOnlyList<string> Mine, byte[] Bytes);
}
