using Sophia.Api.Status;
using Sophia.Core.Dashboard;
using Sophia.Core.Status;
using Sophia.Data.Status;

namespace Sophia.Tests.Api.Status;

public sealed class StatusJudgeTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private static readonly Freshness s_fresh = new() { Status = FreshnessStatus.Fresh, Sources = [] };

    [Fact]
    public void All_is_well_while_every_copy_gives_signs_of_life()
    {
        var status = Judge(Copy("api", "one"), Copy("api", "two"), Copy("agents", "three"));

        Assert.Equal(ServiceHealth.Healthy, status.Health);
        Assert.All(status.Services, static service => Assert.Equal(ServiceHealth.Healthy, service.Health));
        Assert.Equal(2, status.Services[0].Instances.Count);
        Assert.Equal(6, status.Services.Single(static service => service.Name == "database").AnswerMilliseconds);
    }

    [Fact]
    public void A_copy_that_fell_silent_is_missed()
    {
        var status = Judge(Copy("api", "one"), Copy("api", "two", silentFor: TimeSpan.FromSeconds(30)), Copy("agents", "three"));

        Assert.Equal(ServiceHealth.Degraded, status.Health);
        Assert.Equal("1 of 2 copies fell silent.", status.Services[0].Description);
        Assert.Equal("No sign of life since 2026-11-25 11:59:30 UTC.", status.Services[0].Instances[1].Description);
    }

    [Fact]
    public void A_server_that_one_of_two_cannot_reach_is_not_down()
    {
        var status = Judge(Copy("api", "one", cache: ServiceHealth.Degraded), Copy("agents", "two"));

        var cache = status.Services.Single(static service => service.Name == "cache");
        Assert.Equal(ServiceHealth.Degraded, cache.Health);
        Assert.Equal("It does not answer.", cache.Description);
        Assert.Equal(ServiceHealth.Degraded, status.Health);
    }

    [Fact]
    public void Without_agents_nothing_moves_any_more()
    {
        Assert.Equal(ServiceHealth.Unhealthy, Judge(Copy("api", "one")).Health);
    }

    [Fact]
    public void Without_the_database_nobody_knows_of_the_others()
    {
        var blind = StatusJudge.Blind(Judge(Copy("api", "one"), Copy("agents", "two")), "It does not answer.");

        Assert.Equal(ServiceHealth.Unhealthy, blind.Health);
        Assert.Equal(
            "api Unknown, agents Unknown, database Unhealthy, cache Unknown, bus Unknown",
            string.Join(", ", blind.Services.Select(static service => $"{service.Name} {service.Health}")));
    }

    [Fact]
    public void The_latency_is_that_of_the_slowest_copy()
    {
        var status = Judge(Copy("api", "one", latency: 80), Copy("api", "two", latency: 120), Copy("agents", "three"));

        Assert.Equal(120, status.Latency!.RecordedToSent.P95);
    }

    private static SystemStatus Judge(params Heartbeat[] heartbeats) => StatusJudge.Judge(heartbeats, s_fresh, [], s_now);

    private static Heartbeat Copy(
        string service, string instance, TimeSpan silentFor = default, ServiceHealth cache = ServiceHealth.Healthy, double? latency = null) => new()
        {
            Service = service,
            Instance = instance,
            StartedAt = s_now.AddHours(-1),
            SeenAt = s_now - silentFor,
            Checks =
            [
                new("sophiadb", ServiceHealth.Healthy, null, instance.Length + 1),
                new("cache", cache, cache == ServiceHealth.Healthy ? null : "It does not answer.", 1),
                new("bus", ServiceHealth.Healthy, null, 2),
            ],
            Latency = latency is { } p95
                ? new() { Samples = 1, MeasuredAt = s_now, RecordedToProjected = new(1, 1), ProjectedToSent = new(1, 1), RecordedToSent = new(1, p95) }
                : null,
        };
}
