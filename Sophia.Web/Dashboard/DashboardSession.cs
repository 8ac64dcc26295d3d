using System.Diagnostics;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Core.Telemetry;
using Sophia.Web.Api;
using Sophia.Web.Languages;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>
/// What one viewer's page knows: the selection, the figures, and how they stand with the API. Used from the page's own
/// dispatcher only.
/// </summary>
internal sealed class DashboardSession(
    DashboardClient client, SharedFeeds feeds, TimeProvider clock, IStringLocalizer<Texts> text) : IDisposable
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(5);

    // Bounded by the number of tiles.
    private readonly Dictionary<string, int> _moves = new(StringComparer.Ordinal);
    private readonly Announcements _announcements = new();
    private CancellationTokenSource? _loading;
    private CancellationTokenSource? _turn;
    private DateRange? _loadedFor;
    private DateTimeOffset _failedAt;
    private bool _isPartial;
    private bool _filtersChanged;

    /// <summary>What the page asks for.</summary>
    public Board Board { get; private set; } = OverviewBoard.Board;

    /// <summary>What the address asks for.</summary>
    public DashboardSelection Selection { get; private set; } = new();

    /// <summary>The figures, or null before the first arrive.</summary>
    public DashboardView? View { get; private set; }

    /// <summary>Why the figures that the address asks for are not there, or null.</summary>
    public DashboardFailure? Failure { get; private set; }

    /// <summary>Whether figures are being asked for.</summary>
    public bool Busy { get; private set; }

    /// <summary>How the page stands with live figures.</summary>
    public LiveStatus Live { get; private set; } = new(LiveState.Connecting, clock.GetUtcNow());

    /// <summary>The newest sentence for screen readers; empty before the first.</summary>
    public string Announcement { get; private set; } = string.Empty;

    /// <summary>How often a metric moved before the viewer's eyes.</summary>
    public IReadOnlyDictionary<string, int> Moves => _moves;

    /// <summary>Takes over figures that were read for this selection already.</summary>
    /// <param name="board">What the page asks for.</param>
    /// <param name="selection">The selection.</param>
    /// <param name="view">The figures.</param>
    public void Adopt(Board board, DashboardSelection selection, DashboardView view)
    {
        (Board, Selection) = (board, selection);
        View = view;
        View = feeds.Share(view, Subscriptions());
        _loadedFor = selection.Resolve(text, Today, out _);
    }

    /// <summary>Asks for the figures of a selection. The ones before stay until the answer is there.</summary>
    /// <param name="board">What the page asks for.</param>
    /// <param name="selection">The selection.</param>
    /// <param name="changed">Called when there is something new to show.</param>
    public async Task SelectAsync(Board board, DashboardSelection selection, Action changed)
    {
        if (board != Board)
        {
            // Another page: nothing of the one before belongs to it.
            (Board, View, Failure) = (board, null, null);
            _moves.Clear();
        }

        _filtersChanged = !selection.Filters.SequenceEqual(Selection.Filters);
        Selection = selection;
        if (selection.Resolve(text, Today, out var errors) is null)
        {
            _loading?.Cancel();
            (View, Failure, Busy, _loadedFor) = (null, new(string.Join(' ', errors), IsAddress: true), false, null);
            return;
        }

        await LoadAsync(changed);
    }

    /// <summary>Asks for the present selection's figures once more.</summary>
    public async Task LoadAsync(Action changed)
    {
        _loading?.Cancel();
        using var loading = new CancellationTokenSource();
        _loading = loading;
        Busy = true;
        changed();
        try
        {
            var range = Selection.Resolve(text, Today, out _);
            Take(await Task.WhenAll(Board.Questions.Select(question => AskAsync(question, loading.Token))), range);
            Busy = false;
        }
        catch (OperationCanceledException) when (loading.IsCancellationRequested)
        {
            // A newer question took this one's place.
        }
        finally
        {
            if (_loading == loading)
            {
                _loading = null;
            }
        }

        changed();
    }

    /// <summary>Keeps the figures live until cancelled.</summary>
    /// <param name="dispatch">Runs work on the page's dispatcher.</param>
    /// <param name="changed">Called on the dispatcher when there is something new to show.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task FollowAsync(Func<Func<Task>, Task> dispatch, Action changed, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _turn = turn;
            try
            {
                // What is still on its way when another turn begins belongs to other questions.
                await feeds.RunAsync(
                    View,
                    Subscriptions(),
                    happened => dispatch(() => _turn == turn ? HandleAsync(happened, changed) : Task.CompletedTask),
                    turn.Token);
            }
            catch (OperationCanceledException) when (turn.IsCancellationRequested)
            {
                // Another selection or the end: the loop's condition says which.
            }
            finally
            {
                // The page that follows next may take figures before its own turn begins.
                if (_turn == turn)
                {
                    _turn = null;
                }
            }
        }
    }

    /// <summary>Does what is due with time: announcements, a new day, another attempt.</summary>
    public async Task TickAsync(Action changed)
    {
        Announce();
        var now = clock.GetUtcNow();
        var dayBegan = View is not null && Failure is null && Selection.Resolve(text, Today, out _) != _loadedFor;
        var retryIsDue = (Failure is { IsAddress: false } || _isPartial) && now - _failedAt >= s_retryAfter;
        if (!Busy && (dayBegan || retryIsDue))
        {
            await LoadAsync(changed);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _loading?.Cancel();

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<(BoardQuestion Question, ApiAnswer<DashboardMetrics> Answer)> AskAsync(BoardQuestion question, CancellationToken cancellationToken) =>
        (question, await client.ReadAsync(question.For(Selection, Today), cancellationToken));

    private void Take((BoardQuestion Question, ApiAnswer<DashboardMetrics> Answer)[] answers, DateRange? range)
    {
        if (answers.Single(asked => asked.Question == Board.Figures).Answer is ApiAnswer<DashboardMetrics>.Failure failure)
        {
            Fail(failure);
            return;
        }

        // A chart that could not be had says so in its own place.
        View = new(answers
            .Where(static asked => asked.Answer is ApiAnswer<DashboardMetrics>.Success)
            .ToDictionary(
                static asked => asked.Question.Id,
                static asked => DashboardView.Slim(((ApiAnswer<DashboardMetrics>.Success)asked.Answer).Value),
                StringComparer.Ordinal));
        Failure = null;
        _filtersChanged = false;
        _isPartial = View.Answers.Count < Board.Questions.Count;
        _failedAt = clock.GetUtcNow();
        _loadedFor = range;
        // The socket subscribes anew, from these figures on.
        _turn?.Cancel();
    }

    private void Fail(ApiAnswer<DashboardMetrics>.Failure failure)
    {
        Failure = new(failure.Cause, IsAddress: false);
        _failedAt = clock.GetUtcNow();
        if (View is not null && (_filtersChanged || Selection.Resolve(text, Today, out _) != _loadedFor))
        {
            // Figures of other days or parts under this selection's name would be a lie.
            View = null;
        }
    }

    private IReadOnlyList<DashboardRequest.Subscribe> Subscriptions()
    {
        if (View is not { } view)
        {
            return [];
        }

        return
        [
            .. Board.Questions
                .Where(question => view.Answers.ContainsKey(question.Id))
                .Select(question => question.For(Selection, Today) with { LastSequence = view.Answers[question.Id].Sequence }),
        ];
    }

    private async Task HandleAsync(FeedEvent<SharedFigures> happened, Action changed)
    {
        // As far as the server knows a change on its way to the reader's eyes: until the page is drawn.
        using var span = happened is FeedEvent<SharedFigures>.Received { Message.TraceParent: { } trace }
            ? ChangeTrace.Continue("dashboard change received", ActivityKind.Consumer, trace)
            : null;
        switch (happened)
        {
            case FeedEvent<SharedFigures>.Connected:
                Live = Live.Connected(clock.GetUtcNow());
                if (View is null && !Busy && Failure is { IsAddress: false })
                {
                    await LoadAsync(changed);
                }

                break;
            case FeedEvent<SharedFigures>.Lost:
                Live = Live.Lost(clock.GetUtcNow());
                break;
            case FeedEvent<SharedFigures>.Received { Message.IsOutdated: true }:
                await LoadAsync(changed);
                break;
            case FeedEvent<SharedFigures>.Received received when View is { } before:
                View = before.Newest(received.Message.View);
                if (ReferenceEquals(View, before))
                {
                    return;
                }

                NoteMoves(before, View);
                break;
        }

        changed();
    }

    private void NoteMoves(DashboardView before, DashboardView after)
    {
        foreach (var key in Board.Figures.Metrics)
        {
            if (before.Find(key)?.Value != after.Find(key)?.Value)
            {
                _moves[key] = _moves.GetValueOrDefault(key) + 1;
                _announcements.Note(key);
            }
        }

        Announce();
    }

    private void Announce()
    {
        var moved = _announcements.Take(clock.GetUtcNow()).Select(key => View?.Find(key)).OfType<MetricResult>().ToArray();
        if (moved.Length > 0)
        {
            Announcement = string.Join(' ', moved.Select(metric => text["announcement",
                text.Name(metric.Metric, metric.Name), Figures.FigureText.Write(text, metric.Value, metric.Unit, metric.Currency)].Value));
        }
    }
}
