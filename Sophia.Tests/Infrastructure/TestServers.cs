using Sophia.LocalHost.Servers;

[assembly: AssemblyFixture(typeof(Sophia.Tests.Infrastructure.TestServers))]

namespace Sophia.Tests.Infrastructure;

/// <summary>The tests' own Postgres, Redis and RabbitMQ: started when the first test asks for one, gone with the run.</summary>
public sealed class TestServers : IAsyncLifetime
{
    private static readonly string s_folder = Path.Combine(Path.GetTempPath(), $"sophia-tests-{Environment.ProcessId}");
    private static readonly Lazy<Task<LocalServers>> s_servers = new(static () => LocalServers.StartAsync(s_folder, CancellationToken.None));

    public static async Task<string> PostgresAsync() => (await s_servers.Value).PostgresConnectionString;

    public static async Task<string> RedisAsync() => (await s_servers.Value).RedisConnectionString;

    public static async Task<string> BusAsync() => (await s_servers.Value).RabbitMQConnectionString;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (s_servers.IsValueCreated)
        {
            await (await s_servers.Value).DisposeAsync();
            Directory.Delete(s_folder, recursive: true);
        }
    }
}
