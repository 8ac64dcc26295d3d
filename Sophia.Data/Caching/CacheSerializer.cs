using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sophia.Core.Dashboard;

namespace Sophia.Data.Caching;

/// <summary>How cached values are written to Redis.</summary>
internal static class CacheSerializer
{
    public static byte[] Write<T>(T value) => value is byte[] bytes ? bytes : JsonSerializer.SerializeToUtf8Bytes(value, Info<T>());

    public static T Read<T>(byte[] bytes) => bytes is T value ? value : JsonSerializer.Deserialize(bytes, Info<T>())!;

    private static JsonTypeInfo<T> Info<T>() =>
        DashboardJson.Default.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new NotSupportedException($"{typeof(T)} cannot be cached: only byte[] and the records of {nameof(DashboardJson)} can.");
}
