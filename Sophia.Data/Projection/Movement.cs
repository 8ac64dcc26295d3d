using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Core.Telemetry;
using Sophia.Data.Messaging;

namespace Sophia.Data.Projection;

/// <summary>Numbers a movement of metrics and puts its notice into the outbox.</summary>
internal static class Movement
{
    private const string NextSequence = "UPDATE projection_state SET sequence = sequence + 1 RETURNING sequence";

    private const string StoreMovements = """
        INSERT INTO metric_movement (metric, sequence) SELECT metric, $2 FROM unnest($1) AS metric
        ON CONFLICT (metric) DO UPDATE SET sequence = excluded.sequence
        """;

    private const string StoreNotice = "INSERT INTO outbox (message, created_at, traceparent) VALUES ($1, $2, $3)";

    /// <summary>The metrics that are computed from any of <paramref name="components"/>, and <paramref name="others"/>.</summary>
    public static string[] MetricsOf(IReadOnlySet<MetricComponent> components, IEnumerable<MetricDefinition> others)
    {
        var moved = others.ToHashSet();
        return [.. MetricCatalog.All.Where(metric => moved.Contains(metric) || metric.Formula.Components.Any(components.Contains)).Select(static metric => metric.Key)];
    }

    /// <summary>Records that <paramref name="metrics"/> moved; their readers are told when the transaction commits.</summary>
    public static async Task RecordAsync(NpgsqlConnection connection, string[] metrics, MovementTimes times, CancellationToken cancellationToken)
    {
        await using var next = new NpgsqlCommand(NextSequence, connection);
        var sequence = (long)(await next.ExecuteScalarAsync(cancellationToken))!;
        var notice = JsonSerializer.SerializeToUtf8Bytes(new MetricsMoved(sequence, metrics, times), MessagingJson.Default.MetricsMoved);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(StoreMovements) { Parameters = { new() { Value = metrics }, new() { Value = sequence } } },
                new(StoreNotice) { Parameters = { new() { Value = notice }, new() { Value = times.ProjectedAt }, NullableParameter.Of(ChangeTrace.Parent, NpgsqlDbType.Text) } },
                new($"NOTIFY {OutboxRelay.Channel}"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
