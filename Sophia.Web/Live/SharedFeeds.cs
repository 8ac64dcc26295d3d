using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Web.Dashboard;

namespace Sophia.Web.Live;

/// <summary>
/// Live figures for all open pages: those that ask the same share one socket to the API, read each message once and hold
/// the same figures.
/// </summary>
internal sealed class SharedFeeds(DashboardFeed feed)
{
    private readonly Lock _gate = new();

    // By what is asked; at most as many as pages are open.
    private readonly Dictionary<string, SharedFeed> _feeds = new(StringComparer.Ordinal);

    /// <summary>Runs until cancelled; reconnects by itself.</summary>
    /// <param name="view">The page's figures, or null where it has none yet.</param>
    /// <param name="subscriptions">What to subscribe to; nothing where there are no figures to go on from.</param>
    /// <param name="publish">Gets what happens, one at a time; what happens meanwhile comes as one.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(
        DashboardView? view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions, Func<FeedEvent<SharedFigures>, Task> publish, CancellationToken cancellationToken)
    {
        if (view is null)
        {
            // Only whether the API can be reached.
            await feed.RunAsync(
                static () => [],
                happened => happened switch
                {
                    FeedEvent<DashboardMessage>.Connected => publish(new FeedEvent<SharedFigures>.Connected()),
                    FeedEvent<DashboardMessage>.Lost => publish(new FeedEvent<SharedFigures>.Lost()),
                    _ => Task.CompletedTask,
                },
                cancellationToken);
            return;
        }

        var key = string.Join('\n', subscriptions.Select(static subscription =>
            JsonSerializer.Serialize(subscription with { LastSequence = null }, DashboardJson.Default.Subscribe)));
        var shared = Join(key, view, subscriptions);
        try
        {
            await shared.WatchAsync(publish, cancellationToken);
        }
        finally
        {
            Leave(key, shared);
        }
    }

    private SharedFeed Join(string key, DashboardView view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions)
    {
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out var shared) || shared.IsOutdated)
            {
                _feeds[key] = shared = new SharedFeed(feed, view, subscriptions);
            }

            shared.Viewers++;
            return shared;
        }
    }

    private void Leave(string key, SharedFeed shared)
    {
        lock (_gate)
        {
            shared.Viewers--;
            if (shared.Viewers > 0)
            {
                return;
            }

            shared.Dispose();
            if (_feeds.GetValueOrDefault(key) == shared)
            {
                _feeds.Remove(key);
            }
        }
    }
}
