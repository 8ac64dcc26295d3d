using System.Net.Sockets;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Proxy;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;

namespace Sophia.Tests.LocalHost;

/// <summary>What an HTTP client with one connection notices when the replica behind it ends.</summary>
public sealed class HttpThroughPublicPortTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ResourceBoard _board = new([new ResourceSnapshot("api", "Project")]);
    private readonly List<HttpReplica> _replicas = [];
    private readonly PublicPort _public;
    private readonly Task _running;
    private readonly HttpClient _client;
    private volatile IReadOnlyList<ProxyTarget> _targets = [];
    private int _connections;

    public HttpThroughPublicPortTests()
    {
        var port = FreePorts.Next();
        _public = new PublicPort(port, () => _targets, _board);
        _running = _public.RunAsync(_end.Token);
        _client = new HttpClient(new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref _connections);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_keeps_its_connection_when_its_replica_ends_between_two_requests()
    {
        var (first, _) = AddReplica("api-1");
        Assert.Equal("api-1", await GetAsync());

        first.Dispose();
        AddReplica("api-2");

        Assert.Equal("api-2", await GetAsync());
        Assert.Equal("api-2", await PostAsync());
        Assert.Equal(1, _connections);
    }

    [Fact]
    public async Task A_question_that_a_killed_replica_has_not_begun_to_answer_is_asked_again()
    {
        var (first, _) = AddReplica("api-1");
        first.Permission = new TaskCompletionSource().Task;
        var asking = GetAsync();
        await first.Asked;
        AddReplica("api-2");

        first.Dispose();

        Assert.Equal("api-2", await asking);
        Assert.Equal(1, _connections);
    }

    [Fact]
    public async Task What_a_killed_replica_may_have_done_is_not_done_again()
    {
        var (first, _) = AddReplica("api-1");
        first.Permission = new TaskCompletionSource().Task;
        var posting = PostAsync();
        await first.Asked;
        AddReplica("api-2");

        first.Dispose();

        await Assert.ThrowsAsync<HttpRequestException>(() => posting);
    }

    [Fact]
    public async Task The_next_request_of_a_stopping_replicas_client_goes_to_another_one_whatever_it_does()
    {
        AddReplica("api-1");
        Assert.Equal("api-1", await GetAsync());
        AddReplica("api-2");

        _board.Update("api-1", s => s with { State = ResourceState.Stopping });

        Assert.Equal("api-2", await PostAsync());
        Assert.Equal(1, _connections);
    }

    [Fact]
    public async Task A_replica_that_stops_can_wait_for_the_requests_that_are_under_way()
    {
        var (replica, target) = AddReplica("api-1");
        var permission = new TaskCompletionSource();
        replica.Permission = permission.Task;
        var asking = GetAsync();
        await replica.Asked;
        _board.Update("api-1", s => s with { State = ResourceState.Stopping });

        var unasked = target.UnaskedAsync();
        Assert.False(unasked.IsCompleted);
        permission.SetResult();

        Assert.Equal("api-1", await asking);
        await unasked.WaitAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _public.Dispose();
        _replicas.ForEach(replica => replica.Dispose());
        _end.Dispose();
    }

    private (HttpReplica Replica, ProxyTarget Target) AddReplica(string name)
    {
        var replica = new HttpReplica(name);
        _replicas.Add(replica);
        var target = new ProxyTarget(name, _board) { Address = replica.Address };
        _targets = [.. _targets, target];
        _board.Add(new ResourceSnapshot(name, "Project")
        {
            ReplicaOf = "api", State = ResourceState.Running, HealthReports = [new HealthEntry("health", HealthStatus.Healthy)],
        });
        return (replica, target);
    }

    private Task<string> GetAsync() => _client.GetStringAsync("/", Cancelled);

    private async Task<string> PostAsync()
    {
        using var answer = await _client.PostAsync("/", new StringContent("a webhook"), Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }
}
