namespace Sophia.Integrations.Requests;

/// <summary>
/// Keeps within a source's limits before the source has to say so. One budget is shared by the pull and by what webhooks
/// point at; the pull leaves a part of it free, so that a change is not stuck behind a long history.
/// </summary>
/// <param name="clock">Tells the time.</param>
/// <param name="limits">The source's limits; all of them hold.</param>
internal abstract class RequestBudget(TimeProvider clock, params IReadOnlyList<RequestLimit> limits)
{
    // Sources count when requests arrive, and the network may squeeze them together.
    private static readonly TimeSpan s_squeeze = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly (RequestLimit Limit, RollingWindow Window)[] _windows =
        [.. limits.Select(limit => (limit, new RollingWindow(limit.Requests, limit.Length + s_squeeze, clock)))];

    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>Whether no more is left than the part that is kept for live changes.</summary>
    public bool IsScarce
    {
        get
        {
            lock (_lock)
            {
                return TimeUntilFree(isSearch: false, RequestUrgency.Background) > TimeSpan.Zero;
            }
        }
    }

    /// <summary>Waits until a request may be sent, and counts it.</summary>
    /// <param name="isSearch">Whether it is a search, which may have a limit of its own.</param>
    /// <param name="urgency">Who waits for the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How long that took; zero where it could be sent at once.</returns>
    public async ValueTask<TimeSpan> EnterAsync(bool isSearch, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var waited = false;
        while (TryEnter(isSearch, urgency) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
            waited = true;
        }

        return waited ? clock.GetElapsedTime(began) : TimeSpan.Zero;
    }

    /// <summary>Sends nothing for a while, because the source said that its limit is reached.</summary>
    public void Close(TimeSpan duration)
    {
        lock (_lock)
        {
            var until = clock.GetUtcNow() + duration;
            _closedUntil = until > _closedUntil ? until : _closedUntil;
        }
    }

    private TimeSpan TryEnter(bool isSearch, RequestUrgency urgency)
    {
        lock (_lock)
        {
            var closed = _closedUntil - clock.GetUtcNow();
            var used = TimeUntilFree(isSearch, urgency);
            var wait = closed > used ? closed : used;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            foreach (var (limit, window) in _windows)
            {
                if (isSearch || !limit.OfSearches)
                {
                    window.Take();
                }
            }

            return TimeSpan.Zero;
        }
    }

    private TimeSpan TimeUntilFree(bool isSearch, RequestUrgency urgency) => _windows
        .Where(one => isSearch || !one.Limit.OfSearches)
        .Max(one => one.Window.TimeUntilFree(urgency == RequestUrgency.Live ? 0 : one.Limit.KeptForLive));
}
