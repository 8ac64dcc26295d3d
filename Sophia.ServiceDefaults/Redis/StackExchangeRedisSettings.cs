namespace Aspire.StackExchange.Redis;

/// <summary>Settings of the Redis client: sections <c>Aspire:StackExchange:Redis</c> and <c>Aspire:StackExchange:Redis:NAME</c>.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary>The connection string; by default <c>ConnectionStrings:NAME</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Leaves out the health check.</summary>
    public bool DisableHealthChecks { get; set; }
}
