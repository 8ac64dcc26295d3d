using System.Globalization;
using Sophia.Core.Dashboard;
using Sophia.Core.Status;
using Sophia.Data.Status;

namespace Sophia.Api.Status;

/// <summary>Makes one status of the signs of life.</summary>
internal static class StatusJudge
{
    private const string Database = "database";

    // The services that are missed where no copy gives a sign of life.
    private static readonly string[] s_services = ["api", "agents"];

    // Each server by the check that asks it.
    private static readonly (string Name, string Check)[] s_servers = [(Database, "sophiadb"), ("cache", "cache"), ("bus", "bus")];

    public static SystemStatus Judge(
        IReadOnlyList<Heartbeat> heartbeats, Freshness freshness, IReadOnlyList<MaintenanceNotice> maintenance, DateTimeOffset now)
    {
        Heartbeat[] alive = [.. heartbeats.Where(heartbeat => IsAlive(heartbeat, now))];
        ServiceStatus[] services =
        [
            .. s_services.Select(name => Service(name, [.. heartbeats.Where(heartbeat => heartbeat.Service == name)], now)),
            .. s_servers.Select(server => Server(server.Name, [.. alive.SelectMany(static heartbeat => heartbeat.Checks).Where(check => check.Name == server.Check)])),
        ];
        return new()
        {
            Health = Overall(services, freshness.Sources),
            Services = services,
            Sources = freshness.Sources,
            Latency = alive.Select(static heartbeat => heartbeat.Latency).OfType<LatencyStatus>().MaxBy(static latency => latency.RecordedToSent.P95),
            Maintenance = maintenance,
        };
    }

    /// <summary>What is left to say when the database, where all signs of life are, does not answer.</summary>
    public static SystemStatus Blind(SystemStatus last, string reason) => last with
    {
        Health = ServiceHealth.Unhealthy,
        Services =
        [
            .. last.Services.Select(service => service.Name == Database
                ? service with { Health = ServiceHealth.Unhealthy, Description = reason, AnswerMilliseconds = null }
                : service with { Health = ServiceHealth.Unknown, Description = "Not known while the database does not answer.", AnswerMilliseconds = null, Instances = [] }),
        ],
        Latency = null,
    };

    private static ServiceStatus Service(string name, Heartbeat[] copies, DateTimeOffset now)
    {
        InstanceStatus[] instances = [.. copies.Select(copy => Instance(copy, now))];
        var living = copies.Count(copy => IsAlive(copy, now));
        return new()
        {
            Name = name,
            Health = living == 0 ? ServiceHealth.Unhealthy
                : instances.All(static instance => instance.Health == ServiceHealth.Healthy) ? ServiceHealth.Healthy
                : ServiceHealth.Degraded,
            Description = living switch
            {
                0 => "No copy of it gives a sign of life.",
                _ when living < copies.Length => string.Create(CultureInfo.InvariantCulture, $"{copies.Length - living} of {copies.Length} copies fell silent."),
                _ => null,
            },
            AnswerMilliseconds = null,
            Instances = instances,
        };
    }

    private static InstanceStatus Instance(Heartbeat copy, DateTimeOffset now)
    {
        var alive = IsAlive(copy, now);
        CheckStatus[] wrong = [.. copy.Checks.Where(static check => check.Health != ServiceHealth.Healthy)];
        return new()
        {
            Instance = copy.Instance,
            StartedAt = copy.StartedAt,
            Health = !alive ? ServiceHealth.Unhealthy : wrong.Length == 0 ? ServiceHealth.Healthy : wrong.Max(static check => check.Health),
            Description = !alive
                ? string.Create(CultureInfo.InvariantCulture, $"No sign of life since {copy.SeenAt.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC.")
                : wrong.Length == 0 ? null : string.Join("; ", wrong.Select(static check => $"{check.Name}: {check.Description ?? "not well"}")),
        };
    }

    private static ServiceStatus Server(string name, CheckStatus[] checks)
    {
        CheckStatus[] answered = [.. checks.Where(static check => check.Health == ServiceHealth.Healthy)];
        var wrong = Array.Find(checks, static check => check.Health != ServiceHealth.Healthy);
        return new()
        {
            Name = name,
            Health = checks.Length == 0 ? ServiceHealth.Unknown
                : wrong is null ? ServiceHealth.Healthy
                : answered.Length > 0 ? ServiceHealth.Degraded : ServiceHealth.Unhealthy,
            Description = checks.Length == 0 ? "Nobody has asked it lately." : wrong?.Description,
            AnswerMilliseconds = answered.Length == 0 ? null : answered.Max(static check => check.Milliseconds),
            Instances = [],
        };
    }

    // Without cache and bus everything still works, if slower.
    private static ServiceHealth Overall(ServiceStatus[] services, IReadOnlyList<SourceFreshness> sources) =>
        Array.Exists(services, static service => service is { Health: ServiceHealth.Unhealthy, Name: not ("cache" or "bus") }) ? ServiceHealth.Unhealthy
        : Array.TrueForAll(services, static service => service.Health == ServiceHealth.Healthy)
            && sources.All(static source => source is { Error: null, Status: not FreshnessStatus.Stale }) ? ServiceHealth.Healthy
        : ServiceHealth.Degraded;

    private static bool IsAlive(Heartbeat heartbeat, DateTimeOffset now) => now - heartbeat.SeenAt <= Heartbeats.LongestSilence;
}
