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
    public Task RunAsync(
        DashboardView? view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions, Func<FeedEvent<SharedFigures>, Task> publish, CancellationToken cancellationToken)
    {
        if (view is null)
        {
            // Only whether the API can be reached.
            return feed.RunAsync(
                static () => [],
                happened => happened switch
                {
                    FeedEvent<DashboardMessage>.Connected => publish(new FeedEvent<SharedFigures>.Connected()),
                    FeedEvent<DashboardMessage>.Lost => publish(new FeedEvent<SharedFigures>.Lost()),
                    _ => Task.CompletedTask,
                },
                cancellationToken);
        }

        // The page's own figures end here: who watches holds the shared ones.
        return WatchAsync(Join(view, subscriptions), publish, cancellationToken);
    }

    /// <summary>Of each answer of a page the newer one of its own and the one that others with the same questions hold; theirs where they are equal.</summary>
    /// <param name="view">The page's figures.</param>
    /// <param name="subscriptions">What it will subscribe to.</param>
    public DashboardView Share(DashboardView view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions)
    {
        lock (_gate)
        {
            return _feeds.TryGetValue(KeyOf(subscriptions), out var shared) && !shared.IsOutdated ? view.Newest(shared.View) : view;
        }
    }

    private static string KeyOf(IReadOnlyList<DashboardRequest.Subscribe> subscriptions) => string.Join('\n', subscriptions.Select(static subscription =>
        JsonSerializer.Serialize(subscription with { LastSequence = null }, DashboardJson.Default.Subscribe)));

    private async Task WatchAsync(SharedFeed shared, Func<FeedEvent<SharedFigures>, Task> publish, CancellationToken cancellationToken)
    {
        try
        {
            await shared.WatchAsync(publish, cancellationToken);
        }
        finally
        {
            Leave(shared);
        }
    }

    private SharedFeed Join(DashboardView view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions)
    {
        var key = KeyOf(subscriptions);
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out var shared) || shared.IsOutdated)
            {
                _feeds[key] = shared = new SharedFeed(feed, key, view, subscriptions);
            }

            shared.Viewers++;
            return shared;
        }
    }

    private void Leave(SharedFeed shared)
    {
        lock (_gate)
        {
            shared.Viewers--;
            if (shared.Viewers > 0)
            {
                return;
            }

            shared.Dispose();
            if (_feeds.GetValueOrDefault(shared.Key) == shared)
            {
                _feeds.Remove(shared.Key);
            }
        }
    }
}
