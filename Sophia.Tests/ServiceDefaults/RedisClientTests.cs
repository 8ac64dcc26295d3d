using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.Tests.Infrastructure;
using StackExchange.Redis;

namespace Sophia.Tests.ServiceDefaults;

public sealed class RedisClientTests
{
    private static readonly string s_key = $"answer:{Guid.NewGuid():N}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_fail_at_once_while_Redis_is_away_and_succeed_again_when_it_is_back()
    {
        await using var server = await OwnRedis.StartNewAsync();
        using var host = Start(server);
        var redis = host.Services.GetRequiredService<IConnectionMultiplexer>();
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        redis.ConnectionRestored += (_, restored) =>
        {
            if (restored.ConnectionType == ConnectionType.Interactive)
            {
                back.TrySetResult();
            }
        };
        await redis.GetDatabase().StringSetAsync(s_key, "before");

        await server.StopAsync();
        // The client's own queue would keep it for five seconds.
        var failure = await Assert.ThrowsAnyAsync<RedisException>(
            () => redis.GetDatabase().StringGetAsync(s_key).WaitAsync(TimeSpan.FromSeconds(3), Cancelled));
        await server.StartAsync();
        await back.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        Assert.DoesNotContain(s_key, failure.ToString(), StringComparison.Ordinal);
        Assert.True(await redis.GetDatabase().StringSetAsync(s_key, "after"));
    }

    private static IHost Start(OwnRedis server)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:cache", server.ConnectionString)]);
        builder.AddRedisClient("cache");
        return builder.Build();
    }
}
