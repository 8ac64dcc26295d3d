using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Status;

namespace Sophia.Data.Status;

/// <summary>Keeps the signs of life of Sophia's services.</summary>
/// <param name="database">The database.</param>
public sealed class HeartbeatStore(NpgsqlDataSource database)
{
    /// <summary>How long a copy that fell silent is remembered.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private const string Beat = """
        WITH forgotten AS (DELETE FROM service_instance WHERE seen_at < $4 - $7)
        INSERT INTO service_instance (service, instance, started_at, seen_at, checks, latency) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (service, instance) DO UPDATE SET seen_at = excluded.seen_at, checks = excluded.checks, latency = excluded.latency
        """;

    private const string Leave = "DELETE FROM service_instance WHERE service = $1 AND instance = $2";

    private const string Read = """
        SELECT service, instance, started_at, seen_at, checks, latency FROM service_instance ORDER BY service, started_at, instance
        """;

    /// <summary>Stores a sign of life.</summary>
    public async Task BeatAsync(Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Beat);
        command.Parameters.Add(new() { Value = heartbeat.Service });
        command.Parameters.Add(new() { Value = heartbeat.Instance });
        command.Parameters.Add(new() { Value = heartbeat.StartedAt });
        command.Parameters.Add(new() { Value = heartbeat.SeenAt });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(heartbeat.Checks, StatusJson.Default.IReadOnlyListCheckStatus), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new()
        {
            Value = heartbeat.Latency is { } latency ? JsonSerializer.Serialize(latency, StatusJson.Default.LatencyStatus) : DBNull.Value,
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        command.Parameters.Add(new() { Value = Remembered });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A copy stops in good order: nobody needs to miss it.</summary>
    public async Task LeaveAsync(string service, string instance, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Leave);
        command.Parameters.Add(new() { Value = service });
        command.Parameters.Add(new() { Value = instance });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The copies that gave a sign of life lately, by service and age.</summary>
    public async Task<IReadOnlyList<Heartbeat>> ReadAsync(CancellationToken cancellationToken)
    {
        var heartbeats = new List<Heartbeat>();
        await using var command = database.CreateCommand(Read);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            heartbeats.Add(new()
            {
                Service = rows.GetString(0),
                Instance = rows.GetString(1),
                StartedAt = rows.GetFieldValue<DateTimeOffset>(2),
                SeenAt = rows.GetFieldValue<DateTimeOffset>(3),
                Checks = JsonSerializer.Deserialize(rows.GetString(4), StatusJson.Default.IReadOnlyListCheckStatus) ?? [],
                Latency = rows.GetText(5) is { } latency ? JsonSerializer.Deserialize(latency, StatusJson.Default.LatencyStatus) : null,
            });
        }

        return heartbeats;
    }
}
