using Sophia.Core.Dashboard;
using Sophia.Web.Dashboard;

namespace Sophia.Web.Live;

/// <summary>One socket to the API and the figures that came over it, for all pages that ask the same.</summary>
internal sealed class SharedFeed : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly IReadOnlyList<DashboardRequest.Subscribe> _subscriptions;
    private State _state;

    /// <summary>Starts it.</summary>
    /// <param name="feed">Holds the socket.</param>
    /// <param name="key">What is asked.</param>
    /// <param name="view">The figures to go on from.</param>
    /// <param name="subscriptions">What to subscribe to.</param>
    public SharedFeed(DashboardFeed feed, string key, DashboardView view, IReadOnlyList<DashboardRequest.Subscribe> subscriptions)
    {
        Key = key;
        _subscriptions = subscriptions;
        _state = new State(new(view), IsConnected: null);
        // Not on the first viewer's dispatcher, which may end before the others'.
        var end = _end.Token;
        _ = Task.Run(() => RunAsync(feed, end));
    }

    /// <summary>What is asked, as those who ask the same write it.</summary>
    public string Key { get; }

    /// <summary>How many pages watch; guarded by who hands it out.</summary>
    public int Viewers { get; set; }

    /// <summary>Whether the API speaks of other days by now, so that everybody has to ask anew.</summary>
    public bool IsOutdated => Current.Figures.IsOutdated;

    /// <summary>The newest figures.</summary>
    public DashboardView View => Current.Figures.View;

    private State Current
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Says what is known and what happens, until cancelled. A viewer that is slow gets the newest, never a backlog.</summary>
    public async Task WatchAsync(Func<FeedEvent<SharedFigures>, Task> publish, CancellationToken cancellationToken)
    {
        State? seen = null;
        while (true)
        {
            var state = Current;
            if (state.IsConnected is { } connected && connected != seen?.IsConnected)
            {
                await publish(connected ? new FeedEvent<SharedFigures>.Connected() : new FeedEvent<SharedFigures>.Lost());
            }

            if (!ReferenceEquals(state.Figures, seen?.Figures))
            {
                await publish(new FeedEvent<SharedFigures>.Received(state.Figures));
            }

            seen = state;
            await state.Next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Closes the socket.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task RunAsync(DashboardFeed feed, CancellationToken end)
    {
        try
        {
            await feed.RunAsync(Requests, TakeAsync, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Nobody watches any more.
        }
        catch (Exception exception)
        {
            // A surprise is every viewer's.
            Current.Next.TrySetException(exception);
        }
    }

    private IReadOnlyList<DashboardRequest> Requests()
    {
        var view = Current.Figures.View;
        return [.. _subscriptions.Select(subscription => subscription with { LastSequence = view.Answers[subscription.Id].Sequence })];
    }

    private Task TakeAsync(FeedEvent<DashboardMessage> happened)
    {
        var before = Current;
        var after = happened switch
        {
            FeedEvent<DashboardMessage>.Connected => before with { IsConnected = true },
            FeedEvent<DashboardMessage>.Lost => before with { IsConnected = false },
            FeedEvent<DashboardMessage>.Received received => before with { Figures = After(before.Figures, received.Message) },
            _ => before,
        };
        if (after != before)
        {
            lock (_gate)
            {
                _state = after with { Next = new(TaskCreationOptions.RunContinuationsAsynchronously) };
            }

            before.Next.SetResult();
        }

        return Task.CompletedTask;
    }

    private static SharedFigures After(SharedFigures before, DashboardMessage message)
    {
        if (message is DashboardMessage.Snapshot { Id: { } id, Data: var data } && before.View.Answers.TryGetValue(id, out var known) && data.Sequence < known.Sequence)
        {
            // Another history: nothing that pages hold can be compared with it.
            return before with { IsOutdated = true };
        }

        try
        {
            return before.View.After(message) is var after && ReferenceEquals(after, before.View) ? before : before with { View = after, TraceParent = (message as DashboardMessage.Change)?.TraceParent };
        }
        catch (StaleRangeException)
        {
            return before with { IsOutdated = true };
        }
    }

    /// <summary>What is known at one moment.</summary>
    /// <param name="Figures">The newest figures.</param>
    /// <param name="IsConnected">Null before the first attempt to connect.</param>
    private sealed record State(SharedFigures Figures, bool? IsConnected)
    {
        /// <summary>Done when this is no longer all that is known.</summary>
        public TaskCompletionSource Next { get; init; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
