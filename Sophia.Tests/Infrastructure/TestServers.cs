namespace Sophia.Tests.Infrastructure;

/// <summary>Where the tests' own Postgres, Redis and RabbitMQ listen.</summary>
internal static class TestServers
{
    public static Task<string> PostgresAsync() => FromEnvironmentAsync("SOPHIA_TEST_POSTGRES");

    public static Task<string> RedisAsync() => FromEnvironmentAsync("SOPHIA_TEST_REDIS");

    public static Task<string> BusAsync() => FromEnvironmentAsync("SOPHIA_TEST_BUS");

    private static Task<string> FromEnvironmentAsync(string name) =>
        Task.FromResult(Environment.GetEnvironmentVariable(name)
            ?? throw new InvalidOperationException($"Set {name} to a server's connection string."));
}
