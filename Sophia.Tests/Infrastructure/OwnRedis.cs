using Sophia.LocalHost.Servers;

namespace Sophia.Tests.Infrastructure;

/// <summary>A Redis of one test, which may stop it or make it hang.</summary>
internal sealed class OwnRedis : IAsyncDisposable
{
    private readonly string _folder;
    private readonly RunningServer _server;

    private OwnRedis(string folder) =>
        (_folder, _server) = (folder, new RunningServer(ServerFactory.Create(ServerKind.Redis, "redis", folder, SecretStore.Open(folder))));

    /// <summary>StackExchange.Redis' configuration.</summary>
    public string ConnectionString => _server.Server.Connection is var c ? $"{c.Host}:{c.Port},password={c.Password}" : "";

    public static async Task<OwnRedis> StartNewAsync()
    {
        // Installs the binary where it is missing.
        await TestServers.RedisAsync();
        var redis = new OwnRedis(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"sophia-redis-{Guid.NewGuid():N}")).FullName);
        await redis.StartAsync();
        return redis;
    }

    public Task StartAsync() => _server.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _server.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
