using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Sophia.Core.Telemetry;
using Sophia.Tests.Infrastructure;
using StackExchange.Redis;

namespace Sophia.Tests.Data.Caching;

public sealed class RedisHybridCacheTests
{
    // Nothing listens there.
    private const string NoRedis = "127.0.0.1:1";

    private readonly string _key = $"test:{Guid.NewGuid():N}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_many_ask_there_is_one_load_and_other_replicas_find_it_in_Redis()
    {
        var redis = await TestServers.RedisAsync();
        await using var one = await StartAsync(redis);
        await using var other = await StartAsync(redis);
        var loads = 0;

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync(one, () => Interlocked.Increment(ref loads))));
        await StoredAsync(one);
        var elsewhere = await AskAsync(other, () => Interlocked.Increment(ref loads));

        Assert.All(answers.Append(elsewhere), static answer => Assert.Equal("1", answer));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task With_Redis_down_answers_are_loaded_and_kept_in_memory()
    {
        await using var host = await StartAsync(NoRedis);
        var loads = 0;

        Assert.Equal("1", await AskAsync(host, () => ++loads));
        Assert.Equal("1", await AskAsync(host, () => ++loads));
        Assert.Equal(1, loads);
    }

    [Fact]
    public async Task A_Redis_that_hangs_holds_no_answer_up_and_is_asked_again_after_a_rest()
    {
        await using var redis = await OwnRedis.StartNewAsync();
        await using var host = await StartAsync(redis.ConnectionString + ",allowAdmin=true");
        var database = host.Get<IConnectionMultiplexer>().GetDatabase();

        await database.ExecuteAsync("CLIENT", "PAUSE", "3000");
        var answer = await AskAsync(host, static () => 1).WaitAsync(TimeSpan.FromSeconds(2), Cancelled);

        Assert.Equal("1", answer);
        // Answered when the pause is over: the store rests and has not been back.
        Assert.False(await database.KeyExistsAsync(_key));
        host.Clock.Now += TimeSpan.FromSeconds(5);
        await host.Get<HybridCache>().SetAsync(_key, "1"u8.ToArray(), cancellationToken: Cancelled);
        Assert.True(await database.KeyExistsAsync(_key));
    }

    [Fact]
    public async Task A_load_that_fails_is_not_kept()
    {
        await using var host = await StartAsync(NoRedis);

        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(host, static () => throw new InvalidOperationException("no database")));
        Assert.Equal("7", await AskAsync(host, static () => 7));
    }

    [Fact]
    public async Task What_Redis_is_asked_shows_in_the_trace_without_what_the_key_says()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TelemetryNames.RedisSource,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await StartAsync(await TestServers.RedisAsync());
        using var request = new Activity("request").Start();

        await AskAsync(host, static () => 1);
        await StoredAsync(host);

        // The command may be known to the server before its answer is known here.
        var mine = await Eventually.SeeAsync(
            () => Task.FromResult(ended.Where(span => span.TraceId == request.TraceId).ToArray()), static spans => spans.Length == 2, TimeSpan.FromSeconds(30));
        Assert.Equal(["GET", "SET"], mine.Select(static span => span.OperationName), StringComparer.Ordinal);
        Assert.All(mine, static span => Assert.Equal("test", span.GetTagItem("sophia.key.prefix")));
        Assert.DoesNotContain(_key, string.Join(' ', mine.SelectMany(static span => span.TagObjects)), StringComparison.Ordinal);
    }

    private static async Task<DataHost> StartAsync(string redis)
    {
        var host = await DataHost.StartAsync(services => services.AddSingleton<IConnectionMultiplexer>(
            _ => ConnectionMultiplexer.Connect(redis == NoRedis ? $"{redis},abortConnect=false,connectTimeout=500" : redis)));
        if (redis != NoRedis)
        {
            // The cache connects beside the first requests, so this one waits until what it stores is really there.
            var probe = $"probe:{Guid.NewGuid():N}";
            var database = host.Get<IConnectionMultiplexer>().GetDatabase();
            while (!await database.KeyExistsAsync(probe))
            {
                await host.Get<HybridCache>().SetAsync(probe, "x"u8.ToArray(), cancellationToken: Cancelled);
            }
        }

        return host;
    }

    // Nobody waits for Redis to have the value, so it may come a moment after the answer.
    private async Task StoredAsync(DataHost host)
    {
        while (!await host.Get<IConnectionMultiplexer>().GetDatabase().KeyExistsAsync(_key))
        {
            Cancelled.ThrowIfCancellationRequested();
        }
    }

    private async Task<string> AskAsync(DataHost host, Func<int> load) =>
        Encoding.UTF8.GetString(await host.Get<HybridCache>().GetOrCreateAsync(
            _key, _ => ValueTask.FromResult(Encoding.UTF8.GetBytes($"{load()}")), cancellationToken: Cancelled));
}
