using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Sophia.Data.Caching;

/// <summary>
/// The framework's <see cref="HybridCache"/>: memory, then Redis, then one load however many ask. Values must be immutable,
/// since callers share them. Keys carry the state that they belong to, so nothing has to be invalidated; tags are not supported.
/// </summary>
internal sealed class RedisHybridCache : HybridCache, IDisposable
{
    // Serialized bytes; objects take a small multiple of that.
    private const long MemoryLimit = 64 * 1024 * 1024;

    private static readonly TimeSpan s_expiry = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _memory;
    private readonly RedisStore _redis;
    private readonly DataTelemetry _telemetry;

    // Bounded by the loads that run at the same moment.
    private readonly ConcurrentDictionary<string, Task> _loads = new(StringComparer.Ordinal);

    public RedisHybridCache(RedisStore redis, DataTelemetry telemetry)
    {
        _redis = redis;
        _telemetry = telemetry;
        _memory = new(Options.Create(new MemoryCacheOptions { SizeLimit = MemoryLimit }));
    }

    /// <inheritdoc />
    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key,
        TState state,
        Func<TState, CancellationToken, ValueTask<T>> factory,
        HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null,
        CancellationToken cancellationToken = default)
    {
        RefuseTags(tags);
        if (_memory.TryGetValue(key, out T? held))
        {
            Count("memory");
            return held!;
        }

        // The load belongs to all who wait for it, so no single one of them can cancel it.
        var started = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var load = (Task<T>)_loads.GetOrAdd(key, started.Task);
        if (load == started.Task)
        {
            _ = LoadAsync(started, key, state, factory, options);
        }

        return await load.WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async ValueTask SetAsync<T>(
        string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        RefuseTags(tags);
        var bytes = CacheSerializer.Write(value);
        Hold(key, value, bytes.Length, options);
        await _redis.StoreAsync(key, bytes, Expiry(options));
    }

    /// <inheritdoc />
    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        _memory.Remove(key);
        await _redis.RemoveAsync(key);
    }

    /// <inheritdoc />
    public override ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Keys carry the state that they belong to; there are no tags.");

    public void Dispose() => _memory.Dispose();

    private static void RefuseTags(IEnumerable<string>? tags)
    {
        if (tags is not null && tags.Any())
        {
            throw new NotSupportedException("Keys carry the state that they belong to; there are no tags.");
        }
    }

    private static TimeSpan Expiry(HybridCacheEntryOptions? options) => options?.Expiration ?? s_expiry;

    private async Task LoadAsync<TState, T>(
        TaskCompletionSource<T> started, string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options)
    {
        try
        {
            // A load may have ended between the caller's look into memory and now.
            if (_memory.TryGetValue(key, out T? held))
            {
                started.SetResult(held!);
            }
            else if (await _redis.FindAsync(key, CancellationToken.None) is { } found)
            {
                Count("redis");
                var value = CacheSerializer.Read<T>(found);
                Hold(key, value, found.Length, options);
                started.SetResult(value);
            }
            else
            {
                Count("load");
                var value = await factory(state, CancellationToken.None);
                var bytes = CacheSerializer.Write(value);
                Hold(key, value, bytes.Length, options);
                started.SetResult(value);
                await _redis.StoreAsync(key, bytes, Expiry(options));
            }
        }
        catch (Exception exception)
        {
            // Whoever waits gets it, and the next to ask loads anew.
            started.TrySetException(exception);
        }
        finally
        {
            _loads.TryRemove(new(key, started.Task));
        }
    }

    private void Hold<T>(string key, T value, int size, HybridCacheEntryOptions? options) =>
        _memory.Set(key, value, new MemoryCacheEntryOptions
        {
            Size = size, AbsoluteExpirationRelativeToNow = options?.LocalCacheExpiration ?? Expiry(options),
        });

    private void Count(string from) => _telemetry.CacheLoads.Add(1, new KeyValuePair<string, object?>("from", from));
}
