using Microsoft.AspNetCore.Http;
using Sophia.Core.Dashboard;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Dashboard;
using Sophia.Web.Live;
using Sophia.Web.People;

namespace Sophia.Tests.Web.Dashboard;

[InLanguage("en")]
public sealed class DashboardSessionTests
{
    private static readonly DashboardSelection s_usual = DashboardSelection.Read(new());

    [Fact]
    public async Task A_page_loads_its_figures_and_then_asks_only_for_what_is_newer()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);

        await using var viewer = Viewer.Of(session);
        var socket = await viewer.NextSocketAsync(api);

        Assert.Equal(48_324_118m, session.View!.Find("revenue.won")!.Value);
        var figures = Assert.IsType<DashboardRequest.Subscribe>(await socket.NextRequestAsync());
        Assert.Equal(("figures", "2025-12-01", null, "previousPeriod,previousYear", 7L), (figures.Id, figures.From, figures.To, figures.Compare, figures.LastSequence));
        var stages = Assert.IsType<DashboardRequest.Subscribe>(await socket.NextRequestAsync());
        Assert.Equal(("stages", "stage", 7L), (stages.Id, stages.GroupBy, stages.LastSequence));
    }

    [Fact]
    public async Task A_movement_in_the_business_reaches_the_page_and_lights_up_the_tile()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using var viewer = Viewer.Of(session);
        var socket = await viewer.NextSocketAsync(api);

        await socket.SendAsync(new DashboardMessage.Change { Id = "figures", Data = SampleFigures.Answer(8, SampleFigures.Metric("revenue.won", 48_350_000m)) });
        // Said last, when all else is known.
        await viewer.UntilAsync(() => session.Announcement.Length > 0);

        Assert.Equal(48_350_000m, session.View!.Find("revenue.won")!.Value);
        Assert.Equal([new("revenue.won", 1)], session.Moves);
        Assert.Equal("Revenue is now $48,350,000.", session.Announcement);
        Assert.Equal(LiveState.Connected, session.Live.State);
    }

    [Fact]
    public async Task Two_viewers_of_the_same_figures_share_a_line_and_see_the_same()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using var viewer = Viewer.Of(session);
        var socket = await viewer.NextSocketAsync(api);
        await socket.SendAsync(new DashboardMessage.Change { Id = "figures", Data = SampleFigures.Answer(8, SampleFigures.Metric("revenue.won", 48_350_000m)) });
        await viewer.UntilAsync(() => session.View!.Figures.Sequence == 8);

        // The other one has loaded what was there before.
        using var other = api.OpenSession();
        await other.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using (var second = Viewer.Of(other))
        {
            await second.UntilAsync(() => other.View!.Figures.Sequence == 8);
            Assert.Same(session.View!.Figures, other.View!.Figures);

            await socket.SendAsync(new DashboardMessage.Change { Id = "figures", Data = SampleFigures.Answer(9, SampleFigures.Metric("revenue.won", 49m)) });
            await second.UntilAsync(() => other.View!.Find("revenue.won")!.Value == 49m);
            Assert.Equal(LiveState.Connected, other.Live.State);
        }

        // The line stays for those who stay.
        await socket.SendAsync(new DashboardMessage.Change { Id = "figures", Data = SampleFigures.Answer(10, SampleFigures.Metric("revenue.won", 50m)) });
        await viewer.UntilAsync(() => session.View!.Find("revenue.won")!.Value == 50m);
        Assert.False(api.Sockets.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Figures_of_another_history_are_asked_for_anew()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using var viewer = Viewer.Of(session);
        var socket = await viewer.NextSocketAsync(api);

        api.Answer = static request => StandInApi.Json(SampleFigures.AnswerTo(request, 2, revenue: 5_000m));
        await socket.SendAsync(new DashboardMessage.Snapshot { Id = "figures", Data = SampleFigures.Answer(2, SampleFigures.Metric("revenue.won", 5_000m)) });

        await viewer.UntilAsync(() => session.View!.Find("revenue.won")!.Value == 5_000m);
        Assert.Equal(2, session.View!.Figures.Sequence);
    }

    [Fact]
    public async Task After_a_broken_line_the_page_keeps_its_figures_and_resumes_where_it_was()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using var viewer = Viewer.Of(session);
        var first = await viewer.NextSocketAsync(api);
        await first.SendAsync(new DashboardMessage.Change { Id = "figures", Data = SampleFigures.Answer(9, SampleFigures.Metric("revenue.won", 49m)) });
        await viewer.UntilAsync(() => session.View!.Figures.Sequence == 9);

        var lost = viewer.UntilAsync(() => session.Live.State == LiveState.Reconnecting);
        first.Break();
        await lost;
        Assert.Equal(49m, session.View!.Find("revenue.won")!.Value);

        var second = await viewer.NextSocketAsync(api);
        Assert.Equal(9, Assert.IsType<DashboardRequest.Subscribe>(await second.NextRequestAsync()).LastSequence);
        await viewer.UntilAsync(() => session.Live.State == LiveState.Connected);
    }

    [Fact]
    public async Task The_next_page_takes_its_figures_after_the_one_before_was_left()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using (var viewer = Viewer.Of(session))
        {
            await viewer.NextSocketAsync(api);
        }

        await session.SelectAsync(PeopleBoard.Board, s_usual, Nothing);

        Assert.Equal(PeopleBoard.Board, session.Board);
        Assert.NotNull(session.View);
    }

    [Fact]
    public async Task Another_selection_asks_anew_and_says_nothing_of_movement()
    {
        await using var api = await StandInApi.StartAsync();
        using var session = api.OpenSession();
        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);
        await using var viewer = Viewer.Of(session);
        await viewer.NextSocketAsync(api);

        api.Answer = static request => StandInApi.Json(SampleFigures.AnswerTo(request, 11, revenue: 5_000m));
        await viewer.RunAsync(() => session.SelectAsync(OverviewBoard.Board, DashboardSelection.Read(new("this-month")), Nothing));

        var socket = await viewer.NextSocketAsync(api);
        var request = Assert.IsType<DashboardRequest.Subscribe>(await socket.NextRequestAsync());
        Assert.Equal(("2026-11-01", 11L), (request.From, request.LastSequence));
        Assert.Equal(5_000m, session.View!.Find("revenue.won")!.Value);
        Assert.Empty(session.Moves);
    }

    [Fact]
    public async Task A_failing_api_is_named_and_the_page_recovers_by_itself()
    {
        await using var api = await StandInApi.StartAsync();
        var answer = api.Answer;
        api.Answer = static _ => Results.Problem(
            title: "Broken", statusCode: 500, extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["traceId"] = "00-abc" });
        using var session = api.OpenSession();

        await session.SelectAsync(OverviewBoard.Board, s_usual, Nothing);

        Assert.Null(session.View);
        Assert.Equal(new("Sophia's API answered with an error (500). Trace 00-abc.", IsAddress: false), session.Failure);

        api.Answer = answer;
        await using var viewer = Viewer.Of(session);
        await viewer.UntilAsync(() => session.View is not null);
        Assert.Null(session.Failure);
    }

    [Fact]
    public async Task An_address_that_makes_no_sense_asks_nobody_and_says_why()
    {
        await using var api = await StandInApi.StartAsync();
        api.Answer = static _ => throw new InvalidOperationException("asked");
        using var session = api.OpenSession();

        await session.SelectAsync(OverviewBoard.Board, DashboardSelection.Read(new(From: "2026-13-01")), Nothing);

        Assert.True(session.Failure!.IsAddress);
        Assert.Contains("'2026-13-01' is not a day", session.Failure.Cause, StringComparison.Ordinal);
    }

    private static void Nothing()
    {
    }

    /// <summary>Stands for the circuit: runs the session's work one after the other and signals each change.</summary>
    private sealed class Viewer : IAsyncDisposable
    {
        private readonly CancellationTokenSource _leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        private readonly SemaphoreSlim _dispatcher = new(1);
        // What a test waits for: two at most.
        private readonly List<(Func<bool> Condition, TaskCompletionSource Met)> _waiting = [];
        private Task _following = Task.CompletedTask;

        public static Viewer Of(DashboardSession session)
        {
            var viewer = new Viewer();
            viewer._following = session.FollowAsync(viewer.RunAsync, viewer.Look, viewer._leaving.Token);
            return viewer;
        }

        public async Task<StandInSocket> NextSocketAsync(StandInApi api) => await api.Sockets.Reader.ReadAsync(_leaving.Token);

        public async Task RunAsync(Func<Task> work)
        {
            await _dispatcher.WaitAsync(_leaving.Token);
            try
            {
                await work();
            }
            finally
            {
                _dispatcher.Release();
            }
        }

        /// <summary>Done once the condition holds, be it for a moment: it is looked at with each change, before the next one.</summary>
        public Task UntilAsync(Func<bool> condition)
        {
            lock (_waiting)
            {
                if (condition())
                {
                    return Task.CompletedTask;
                }

                var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((condition, met));
                return met.Task.WaitAsync(_leaving.Token);
            }
        }

        private void Look()
        {
            lock (_waiting)
            {
                foreach (var (_, met) in _waiting.Where(static waiting => waiting.Condition()))
                {
                    met.TrySetResult();
                }

                _waiting.RemoveAll(static waiting => waiting.Met.Task.IsCompleted);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _leaving.CancelAsync();
            try
            {
                await _following;
            }
            catch (OperationCanceledException)
            {
                // The viewer left.
            }

            _leaving.Dispose();
            _dispatcher.Dispose();
        }
    }
}
