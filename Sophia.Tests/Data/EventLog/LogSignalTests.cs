using Sophia.Data.EventLog;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.EventLog;

public sealed class LogSignalTests
{
    private static readonly TimeSpan s_never = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_worker_is_woken_by_an_append_and_by_one_that_came_between_its_waits()
    {
        await using var host = await DataHost.StartAsync();
        using var first = host.Get<LogSignal>();
        using var second = host.Get<LogSignal>();
        await SettleAsync(first);
        await SettleAsync(second);

        var waiting = first.WaitAsync(EventAppender.Channel, s_never, Cancelled);
        Assert.False(waiting.IsCompleted);
        await host.AppendAsync(Account("1", "EMEA"));
        await waiting;

        await second.WaitAsync(EventAppender.Channel, s_never, Cancelled);
    }

    [Fact]
    public async Task After_the_connection_was_lost_everybody_looks_again_and_is_woken_as_before()
    {
        await using var host = await DataHost.StartAsync();
        using var signal = host.Get<LogSignal>();
        await SettleAsync(signal);

        await host.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
        await signal.WaitAsync(EventAppender.Channel, s_never, Cancelled);

        await host.AppendAsync(Account("1", "EMEA"));
        await signal.WaitAsync(EventAppender.Channel, s_never, Cancelled);
    }

    [Fact]
    public async Task Without_an_announcement_the_wait_ends_with_the_sweep()
    {
        await using var host = await DataHost.StartAsync();
        using var signal = host.Get<LogSignal>();
        await SettleAsync(signal);

        await signal.WaitAsync(EventAppender.Channel, TimeSpan.FromMilliseconds(20), Cancelled);
    }

    [Fact]
    public async Task A_channel_that_nobody_listens_to_is_refused_and_not_left_to_the_sweep()
    {
        await using var host = await DataHost.StartAsync();
        using var signal = host.Get<LogSignal>();

        await Assert.ThrowsAsync<ArgumentException>(() => signal.WaitAsync("nobody", s_never, Cancelled));
    }

    // The first wait returns at once, the second when the connection listens.
    private static async Task SettleAsync(LogSignal signal)
    {
        await signal.WaitAsync(EventAppender.Channel, s_never, Cancelled);
        await signal.WaitAsync(EventAppender.Channel, TimeSpan.FromMilliseconds(500), Cancelled);
    }
}
