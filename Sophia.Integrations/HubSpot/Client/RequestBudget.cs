using Microsoft.Extensions.Options;

namespace Sophia.Integrations.HubSpot.Client;

/// <summary>
/// Keeps within HubSpot's limits before HubSpot has to say so. One budget is shared by the pull and by what webhooks
/// point at; the pull leaves a part of it free, so that a change is not stuck behind a history of 20,000 deals.
/// </summary>
internal sealed class RequestBudget(IOptions<HubSpotOptions> options, TimeProvider clock)
{
    private const int ShareKeptForLive = 10;

    // HubSpot counts when requests arrive, and the network may squeeze them together.
    private static readonly TimeSpan s_squeeze = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly int _keptForLive = options.Value.RequestsPerTenSeconds / ShareKeptForLive;
    private readonly RollingWindow _requests = new(options.Value.RequestsPerTenSeconds, TimeSpan.FromSeconds(10) + s_squeeze, clock);
    private readonly RollingWindow _searches = new(options.Value.SearchesPerSecond, TimeSpan.FromSeconds(1) + s_squeeze, clock);
    private DateTimeOffset _closedUntil = DateTimeOffset.MinValue;

    /// <summary>Whether no more is left than the part that is kept for live changes.</summary>
    public bool IsScarce
    {
        get
        {
            lock (_lock)
            {
                return _requests.TimeUntilFree(_keptForLive) > TimeSpan.Zero;
            }
        }
    }

    /// <summary>Waits until a request may be sent, and counts it.</summary>
    /// <param name="isSearch">Whether it is a search, which has a limit of its own.</param>
    /// <param name="urgency">Who waits for the answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask EnterAsync(bool isSearch, RequestUrgency urgency, CancellationToken cancellationToken)
    {
        while (TryEnter(isSearch, urgency) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>Sends nothing for a while, because HubSpot said that its limit is reached.</summary>
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
            var general = _requests.TimeUntilFree(urgency == RequestUrgency.Live ? 0 : _keptForLive);
            var search = isSearch ? _searches.TimeUntilFree(reserve: 0) : TimeSpan.Zero;
            var wait = new[] { closed, general, search }.Max();
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _requests.Take();
            if (isSearch)
            {
                _searches.Take();
            }

            return TimeSpan.Zero;
        }
    }
}
