using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Proxy;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;

namespace Sophia.Tests.LocalHost;

public sealed class PublicPortTests : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ResourceBoard _board = new([new ResourceSnapshot("api", "Project")]);
    private readonly List<EchoServer> _servers = [];
    private readonly List<TcpClient> _clients = [];
    private readonly int _port = FreePorts.Next();
    private readonly PublicPort _public;
    private readonly Task _running;
    private volatile IReadOnlyList<ProxyTarget> _targets = [];

    public PublicPortTests()
    {
        _public = new PublicPort(_port, () => _targets, _board);
        _running = _public.RunAsync(_end.Token);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_spread_evenly_over_healthy_replicas()
    {
        AddReplica("api-1");
        AddReplica("api-2");

        List<string> names = [];
        for (var i = 0; i < 10; i++)
        {
            names.Add((await ConnectAsync()).Name);
        }

        Assert.Equal([("api-1", 5), ("api-2", 5)], names.CountBy(name => name).Select(pair => (pair.Key, pair.Value)).Order());
    }

    [Fact]
    public async Task A_client_does_not_notice_that_the_replica_it_would_have_got_is_dead()
    {
        var dead = AddReplica("api-1");
        AddReplica("api-2");
        // The board still calls it healthy: nobody has looked since.
        dead.Dispose();

        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("api-2", (await ConnectAsync()).Name);
        }
    }

    [Fact]
    public async Task A_stopping_replica_gets_no_new_connections_and_finishes_the_open_ones()
    {
        AddReplica("api-1");
        var (_, open) = await ConnectAsync();
        AddReplica("api-2");

        _board.Update("api-1", s => s with { State = ResourceState.Stopping });

        Assert.Equal("api-2", (await ConnectAsync()).Name);
        Assert.Equal("api-2", (await ConnectAsync()).Name);
        Assert.Equal("still here", await EchoAsync(open, "still here"));
    }

    [Fact]
    public async Task A_client_that_comes_while_the_only_replica_is_replaced_waits_for_the_next_one()
    {
        AddReplica("web-1").Dispose();
        _board.Update("web-1", s => s with { State = "Restarting in 1 s (exit 137)" });
        var connecting = ConnectAsync();

        AddReplica("web-1");

        Assert.Equal("web-1", (await connecting).Name);
    }

    [Fact]
    public async Task With_every_replica_stopped_a_client_is_refused_at_once()
    {
        AddReplica("api-1");
        _board.Update("api-1", s => s with { State = ResourceState.Exited });
        var watch = Stopwatch.StartNew();

        // The reset comes while the client connects or when it reads.
        Assert.True(await Record.ExceptionAsync(ConnectAsync) is IOException or SocketException, "The client should have been refused.");

        // Who may hope for a replica waits for five seconds.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task An_unhealthy_replica_is_still_asked_when_there_is_no_other()
    {
        AddReplica("api-1");
        _board.Update("api-1", s => s with { HealthReports = [new HealthEntry("sophiadb", HealthStatus.Unhealthy)] });

        Assert.Equal("api-1", (await ConnectAsync()).Name);
        AddReplica("api-2");
        Assert.Equal("api-2", (await ConnectAsync()).Name);
        Assert.Equal("api-2", (await ConnectAsync()).Name);
    }

    [Fact]
    public async Task The_end_of_a_killed_replica_reaches_its_clients_at_once()
    {
        var replica = AddReplica("api-1");
        var (_, reader) = await ConnectAsync();

        replica.Dispose();

        // A reset for a reset, an end for an end.
        string? line = null;
        var error = await Record.ExceptionAsync(async () => line = await reader.ReadLineAsync(Cancelled));
        Assert.True(line is null && error is null or IOException, $"The client read '{line}', {error}.");
    }

    [Fact]
    public async Task Megabytes_pass_unchanged_in_both_directions_and_the_end_of_one_is_not_the_end_of_the_other()
    {
        AddReplica("api-1");
        await ConnectAsync();
        var socket = _clients[^1].Client;
        var sent = RandomNumberGenerator.GetBytes(5_000_000);

        var sending = Task.Run(
            async () =>
            {
                await socket.SendAsync(sent);
                socket.Shutdown(SocketShutdown.Send);
            },
            Cancelled);
        using var received = new MemoryStream();
        await using var stream = new NetworkStream(socket);
        await stream.CopyToAsync(received, Cancelled);

        await sending;
        Assert.True(sent.AsSpan().SequenceEqual(received.GetBuffer().AsSpan(0, (int)received.Length)), "What came back is not what was sent.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _public.Dispose();
        _clients.ForEach(client => client.Dispose());
        _servers.ForEach(server => server.Dispose());
        _end.Dispose();
    }

    private EchoServer AddReplica(string name)
    {
        var server = new EchoServer(name);
        _servers.Add(server);
        _targets = [.. _targets.Where(target => target.Replica != name), new ProxyTarget(name, _board) { Address = server.Address }];
        _board.Add(new ResourceSnapshot(name, "Project")
        {
            ReplicaOf = "api", State = ResourceState.Running, HealthReports = [new HealthEntry("health", HealthStatus.Healthy)],
        });
        return server;
    }

    private async Task<(string Name, StreamReader Reader)> ConnectAsync()
    {
        var client = new TcpClient();
        _clients.Add(client);
        await client.ConnectAsync(IPAddress.Loopback, _port, Cancelled);
        var reader = new StreamReader(client.GetStream());
        return (await reader.ReadLineAsync(Cancelled) ?? throw new IOException("Closed without a word."), reader);
    }

    private static async Task<string?> EchoAsync(StreamReader reader, string text)
    {
        await reader.BaseStream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text + "\n"), Cancelled);
        return await reader.ReadLineAsync(Cancelled);
    }
}
