using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Sophia.Data.Messaging;
using Sophia.Tests.Api;
using Sophia.Tests.Infrastructure;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.Messaging;

[Collection(LiveCollection.Name)]
public sealed class OutboxTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_movement_reaches_everybody_who_listens_and_leaves_the_outbox()
    {
        await using var host = await StartAsync();
        await host.LearnAsync([.. Stages, Deal("1", 5m, (New, "2026-03-01"))]);
        await using var first = await ListenAsync(host);
        await using var second = await ListenAsync(host);

        var sent = await host.Get<OutboxRelay>().RelayNextAsync(Cancelled);

        Assert.Equal(1, sent);
        Assert.Equal(1, (await first.NextAsync()).Sequence);
        Assert.Contains("pipeline.open", (await second.NextAsync()).Metrics, StringComparer.Ordinal);
        Assert.Empty(await host.RowsAsync("SELECT * FROM outbox"));
        Assert.Equal(0, await host.Get<OutboxRelay>().RelayNextAsync(Cancelled));
    }

    [Fact]
    public async Task A_notice_that_the_bus_did_not_take_stays_and_is_sent_when_the_bus_is_back()
    {
        var bus = await TestServers.BusAsync();
        var up = false;
        await using var host = await DataHost.StartAsync(services => services.AddTransient<IConnection>(_ =>
            up ? Connect(bus) : throw new BrokerUnreachableException(new InvalidOperationException("down"))));
        await host.LearnAsync([.. Stages, Deal("1", 5m, (New, "2026-03-01"))]);

        await Assert.ThrowsAsync<BrokerUnreachableException>(() => host.Get<OutboxRelay>().RelayNextAsync(Cancelled));
        up = true;

        Assert.Equal(1, await host.Get<OutboxRelay>().RelayNextAsync(Cancelled));
    }

    [Fact]
    public async Task What_a_dead_relay_had_claimed_comes_back()
    {
        await using var host = await StartAsync();
        await host.LearnAsync([.. Stages, Deal("1", 5m, (New, "2026-03-01"))]);
        await host.ExecuteAsync($"UPDATE outbox SET claimed_until = '{host.Clock.Now.AddSeconds(30):O}'");

        Assert.Equal(0, await host.Get<OutboxRelay>().RelayNextAsync(Cancelled));
        host.Clock.Now += TimeSpan.FromSeconds(31);
        Assert.Equal(1, await host.Get<OutboxRelay>().RelayNextAsync(Cancelled));
    }

    [Fact]
    public async Task Listening_resumes_after_the_connection_was_lost()
    {
        var bus = await TestServers.BusAsync();
        var connections = new List<IConnection>();
        await using var host = await DataHost.StartAsync(services => services.AddTransient(_ =>
        {
            connections.Add(Connect(bus));
            return connections[^1];
        }));
        await using var listener = await ListenAsync(host);
        await connections[0].CloseAsync(Cancelled);

        await host.LearnAsync(Stages);
        // What was heard before the loss may still come first.
        var next = listener.NextAsync();
        for (var number = 1; !next.IsCompleted; number++)
        {
            await host.LearnAsync(Deal($"{number}", 5m, (New, "2026-03-01")));
            await host.Get<OutboxRelay>().RelayNextAsync(Cancelled);
        }

        Assert.NotEmpty((await next).Metrics);
    }

    private static async Task<DataHost> StartAsync()
    {
        var bus = await TestServers.BusAsync();
        return await DataHost.StartAsync(services => services.AddSingleton(_ => Connect(bus)));
    }

    private static IConnection Connect(string bus) =>
        new ConnectionFactory { Uri = new(bus), AutomaticRecoveryEnabled = false }.CreateConnectionAsync(Cancelled).GetAwaiter().GetResult();

    private static async Task<Listener> ListenAsync(DataHost host)
    {
        var listener = new Listener(host);
        await listener.StartedAsync();
        return listener;
    }

    /// <summary>A subscription that is being read; it is known to listen once it hears a notice of sequence 0, which no projector sends.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly DataHost _host;
        private readonly CancellationTokenSource _ending = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        private readonly IAsyncEnumerator<MetricsMoved> _heard;
        private Task<bool> _next;

        public Listener(DataHost host)
        {
            _host = host;
            _heard = host.Get<MetricsMovedSubscription>().ListenAsync(_ending.Token).GetAsyncEnumerator(_ending.Token);
            _next = _heard.MoveNextAsync().AsTask();
        }

        private bool HasHeard => _next.IsCompleted;

        public async Task StartedAsync()
        {
            await using var channel = await _host.Get<IConnection>().CreateChannelAsync(cancellationToken: Cancelled);
            await channel.ExchangeDeclareAsync("sophia.metrics", ExchangeType.Fanout, durable: true, cancellationToken: Cancelled);
            while (!HasHeard)
            {
                await channel.BasicPublishAsync("sophia.metrics", "", """{"sequence":0,"metrics":["none"]}"""u8.ToArray(), Cancelled);
                await Task.WhenAny(_next, Task.Delay(20, Cancelled));
            }

            await _next;
            _next = _heard.MoveNextAsync().AsTask();
        }

        public async Task<MetricsMoved> NextAsync()
        {
            while (true)
            {
                Assert.True(await _next.WaitAsync(TimeSpan.FromSeconds(30), Cancelled));
                var moved = _heard.Current;
                _next = _heard.MoveNextAsync().AsTask();
                if (moved.Sequence > 0)
                {
                    return moved;
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _ending.CancelAsync();
            await Task.WhenAny(_next);
            await _heard.DisposeAsync();
            _ending.Dispose();
        }
    }
}
