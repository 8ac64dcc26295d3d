using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.ServiceDefaults;

public sealed class HealthTests
{
    // Nothing listens there: the port is reserved.
    private const string Nowhere = "127.0.0.1:1";

    [Fact]
    public async Task A_service_whose_servers_answer_is_healthy()
    {
        var postgres = await TestServers.PostgresAsync();
        var redis = await TestServers.RedisAsync();
        var bus = await TestServers.BusAsync();

        var (status, health) = await ReadAsync("/health", postgres, redis, bus);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Healthy", health.GetProperty("status").GetString());
        Assert.Equal(
            "bus, cache, self, sophiadb",
            Names(health));
    }

    [Fact]
    public async Task Without_Redis_and_RabbitMQ_a_service_is_degraded_and_keeps_serving()
    {
        var postgres = await TestServers.PostgresAsync();

        var (status, health) = await ReadAsync("/health", postgres, Nowhere, "amqp://sophia:secret@" + Nowhere);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Degraded", health.GetProperty("status").GetString());
        Assert.Equal("Redis does not answer.", Check(health, "cache").GetProperty("description").GetString());
        Assert.StartsWith("RabbitMQ does not answer", Check(health, "bus").GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("Healthy", Check(health, "sophiadb").GetProperty("status").GetString());
        Assert.DoesNotContain("secret", health.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Postgres_a_service_is_unhealthy_but_alive()
    {
        const string NoPostgres = "Host=127.0.0.1;Port=1;Username=sophia;Password=secret;Database=sophia";
        var redis = await TestServers.RedisAsync();
        var bus = await TestServers.BusAsync();

        var (status, health) = await ReadAsync("/health", NoPostgres, redis, bus);
        var (alive, live) = await ReadAsync("/alive", NoPostgres, redis, bus);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Equal("Unhealthy", Check(health, "sophiadb").GetProperty("status").GetString());
        Assert.DoesNotContain("secret", health.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, alive);
        Assert.Equal("self", Names(live));
    }

    [Fact]
    public async Task What_a_check_measured_travels_with_it()
    {
        await using var service = await LocalService.StartAsync(
            static app => app.MapDefaultEndpoints(),
            static builder => builder.Services.AddHealthChecks().AddCheck("history", static () => HealthCheckResult.Healthy(
                "12,300 of 20,000 objects loaded", new Dictionary<string, object>(StringComparer.Ordinal) { ["progress"] = 0.615 })));

        var history = Check(Parse(await service.Client.GetStringAsync("/health", TestContext.Current.CancellationToken)), "history");

        Assert.Equal("12,300 of 20,000 objects loaded", history.GetProperty("description").GetString());
        Assert.Equal(0.615, history.GetProperty("data").GetProperty("progress").GetDouble());
    }

    private static JsonElement Check(JsonElement health, string name) => health.GetProperty("checks").GetProperty(name);

    private static string Names(JsonElement health) =>
        string.Join(", ", health.GetProperty("checks").EnumerateObject().Select(static check => check.Name).Order(StringComparer.Ordinal));

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(string path, string postgres, string redis, string bus)
    {
        await using var service = await LocalService.StartAsync(
            static app => app.MapDefaultEndpoints(),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["ConnectionStrings:sophiadb"] = postgres,
                    ["ConnectionStrings:cache"] = redis,
                    ["ConnectionStrings:bus"] = bus,
                });
                builder.AddServiceDefaults();
                builder.AddNpgsqlDataSource("sophiadb");
                builder.AddRedisClient("cache");
                builder.AddRabbitMQClient("bus");
            });
        using var response = await service.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
