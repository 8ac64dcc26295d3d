using Sophia.Core.Dashboard;
using Sophia.Data.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>Knows how fresh the sources are, at one query a second however many ask.</summary>
internal sealed partial class FreshnessMonitor(MetricReader reader, TimeProvider clock, ILogger<FreshnessMonitor> logger)
{
    // A source is looked at every half minute and with every webhook; telling each time would drown what matters.
    private static readonly TimeSpan s_detailInterval = TimeSpan.FromSeconds(10);

    // Shorter gaps are restarts, which the figures outlive.
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(15);

    private volatile FreshnessReading _current = new(new Freshness { Status = FreshnessStatus.NoData, Sources = [] }, 0);
    private DateTimeOffset _readAt;
    private DateTimeOffset _announcedAt;
    private Freshness? _announced;

    /// <summary>The last look; the same object while nothing changed.</summary>
    public FreshnessReading Current => _current;

    /// <summary>Looks again. Called by one loop only.</summary>
    /// <returns>Whether live readers are to be told.</returns>
    public async Task<bool> RefreshAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Freshness value;
        try
        {
            value = await reader.ReadFreshnessAsync(cancellationToken);
            _readAt = now;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnreadable(exception);
            value = now - _readAt > s_longestSilence ? Stale(_current.Value) : _current.Value;
        }

        return Take(value, now);
    }

    private bool Take(Freshness value, DateTimeOffset now)
    {
        var changed = !Same(value, _current.Value);
        var unannounced = _announced is null || !Same(value, _announced);
        var announce = unannounced
            && (_announced is null || now - _announcedAt >= s_detailInterval || !SameStatus(value, _announced));
        if (announce)
        {
            _announced = value;
            _announcedAt = now;
        }

        if (changed || announce)
        {
            _current = new FreshnessReading(value, _current.Announcement + (announce ? 1 : 0));
        }

        return announce;
    }

    /// <summary>What can be said when the store of all figures is silent: nothing is known to be fresh any more.</summary>
    private static Freshness Stale(Freshness last) => new()
    {
        Status = FreshnessStatus.Stale,
        Sources = [.. last.Sources.Select(static source => source with { Status = FreshnessStatus.Stale, Error = "Sophia's database does not answer." })],
    };

    private static bool Same(Freshness left, Freshness right) =>
        left.Status == right.Status && left.Sources.SequenceEqual(right.Sources);

    private static bool SameStatus(Freshness left, Freshness right) =>
        left.Status == right.Status
        && left.Sources.Select(Essence).SequenceEqual(right.Sources.Select(Essence));

    private static (string Source, FreshnessStatus Status, bool Failing) Essence(SourceFreshness source) =>
        (source.Source, source.Status, source.Error is not null);

    [LoggerMessage(LogLevel.Warning, "The sources' freshness could not be read")]
    private partial void LogUnreadable(Exception exception);
}
