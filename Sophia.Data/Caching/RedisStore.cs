using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Core.Telemetry;
using StackExchange.Redis;

namespace Sophia.Data.Caching;

/// <summary>
/// Redis as it suits a cache: whoever asks waits a moment at most, and after a failure nobody asks for a while. What it
/// cannot answer is simply not cached.
/// </summary>
internal sealed partial class RedisStore(IServiceProvider services, TimeProvider clock, ILogger<RedisStore> logger)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_restAfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private Task<IConnectionMultiplexer>? _connecting;
    private long _restsUntil;

    /// <summary>The value under <paramref name="key"/>, or null if there is none or Redis does not answer.</summary>
    public async Task<byte[]?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (Database() is not { } redis)
        {
            return null;
        }

        using var span = RedisSpan.Start("GET", key);
        try
        {
            return await redis.StringGetAsync(key).WaitAsync(s_patience, clock, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            span.Fail(exception);
            Rest(exception);
            return null;
        }
    }

    /// <summary>Stores a value, if Redis takes it.</summary>
    public async Task StoreAsync(string key, byte[] value, TimeSpan expiry)
    {
        if (Database() is not { } redis)
        {
            return;
        }

        using var span = RedisSpan.Start("SET", key);
        try
        {
            await redis.StringSetAsync(key, value, expiry).WaitAsync(s_patience, clock, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // Losing the cache slows answers and loses nothing.
            span.Fail(exception);
            Rest(exception);
        }
    }

    /// <summary>Forgets a value, if Redis is there.</summary>
    public async Task RemoveAsync(string key)
    {
        if (Database() is not { } redis)
        {
            return;
        }

        using var span = RedisSpan.Start("DEL", key);
        try
        {
            await redis.KeyDeleteAsync(key).WaitAsync(s_patience, clock, CancellationToken.None);
        }
        catch (Exception exception)
        {
            span.Fail(exception);
            Rest(exception);
        }
    }

    // Connecting can take seconds, so it happens beside the requests; until it is done there is no Redis.
    private IDatabase? Database()
    {
        lock (_gate)
        {
            if (clock.GetUtcNow().Ticks < _restsUntil)
            {
                return null;
            }

            _connecting ??= Task.Run(services.GetRequiredService<IConnectionMultiplexer>);
            if (_connecting.IsFaulted)
            {
                Rest(_connecting.Exception);
                _connecting = null;
                return null;
            }

            return _connecting is { IsCompletedSuccessfully: true, Result: { IsConnected: true } redis } ? redis.GetDatabase() : null;
        }
    }

    private void Rest(Exception exception)
    {
        lock (_gate)
        {
            _restsUntil = (clock.GetUtcNow() + s_restAfterFailure).Ticks;
        }

        LogResting(exception.Message);
    }

    [LoggerMessage(LogLevel.Warning, "Redis does not answer ({Reason}); the cache does without it for a while")]
    private partial void LogResting(string reason);
}
