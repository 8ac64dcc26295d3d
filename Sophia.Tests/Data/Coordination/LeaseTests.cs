using Sophia.Data.Coordination;

namespace Sophia.Tests.Data.Coordination;

public sealed class LeaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_one_holds_it_and_giving_it_up_frees_it()
    {
        await using var host = await DataHost.StartAsync();

        var first = await Lease.TryAcquireAsync(host.Database, "projector", Cancelled);
        Assert.NotNull(first);
        Assert.Null(await Lease.TryAcquireAsync(host.Database, "projector", Cancelled));
        await using (var other = await Lease.TryAcquireAsync(host.Database, "relay", Cancelled))
        {
            Assert.NotNull(other);
        }

        await first.DisposeAsync();
        await using var second = await Lease.TryAcquireAsync(host.Database, "projector", Cancelled);
        Assert.NotNull(second);
    }

    [Fact]
    public async Task A_holder_whose_connection_dies_learns_it_and_the_next_gets_the_lease()
    {
        await using var host = await DataHost.StartAsync();
        await using var held = await Lease.AcquireAsync(host.Database, "projector", TimeProvider.System, Cancelled);
        var lost = new TaskCompletionSource();
        await using var registration = held.Lost.Register(lost.SetResult);

        await host.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancelled);
        await using var next = await Lease.AcquireAsync(host.Database, "projector", TimeProvider.System, Cancelled);
        Assert.False(next.Lost.IsCancellationRequested);
    }
}
