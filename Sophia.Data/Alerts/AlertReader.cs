using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>Reads the alerts that people were told of.</summary>
/// <param name="database">The database.</param>
public sealed class AlertReader(NpgsqlDataSource database)
{
    private const string Find = "SELECT body FROM alert WHERE id = $1";

    private const string List = """
        SELECT body FROM alert
        WHERE ($1::timestamptz IS NULL OR (opened_at, id) < ($1, $2))
          AND ($3::boolean IS NULL OR (resolved_at IS NULL) = $3)
          AND ($4::text[] IS NULL OR severity = ANY ($4))
          AND ($5::text IS NULL OR metrics @> ARRAY[$5])
          AND ($6::boolean IS NULL OR acknowledged = $6)
          AND ($7::timestamptz IS NULL OR opened_at >= $7)
        ORDER BY opened_at DESC, id DESC
        LIMIT $8
        """;

    private const string Since = "SELECT body FROM alert WHERE sequence > $1 ORDER BY sequence LIMIT $2";

    /// <summary>The alert, or null where people were told of none of this name.</summary>
    public async Task<Alert?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The alerts, the newest first.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="after">The key behind which to begin, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Alert>> ReadAsync(AlertFilter filter, AlertKey? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(NullableParameter.Of(after?.OpenedAt.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new() { Value = after?.Id ?? Guid.Empty });
        command.Parameters.Add(NullableParameter.Of(filter.Open, NpgsqlDbType.Boolean));
        command.Parameters.Add(NullableParameter.Of(
            filter.LeastSeverity is { } least ? Enum.GetValues<AlertSeverity>().Where(severity => severity >= least).Select(static severity => severity.ToString()).ToArray() : null,
            NpgsqlDbType.Array | NpgsqlDbType.Text));
        command.Parameters.Add(NullableParameter.Of(filter.Metric, NpgsqlDbType.Text));
        command.Parameters.Add(NullableParameter.Of(filter.Acknowledged, NpgsqlDbType.Boolean));
        command.Parameters.Add(NullableParameter.Of(filter.OpenedSince?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The alerts that changed after the change numbered <paramref name="sequence"/>, as they are now, by the number of their last change.</summary>
    public async Task<IReadOnlyList<Alert>> ReadSinceAsync(long sequence, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Since);
        command.Parameters.Add(new() { Value = sequence });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The number of the last change of any alert; 0 before the first.</summary>
    public async Task<long> ReadSequenceAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT sequence FROM alert_engine");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    internal static async Task<IReadOnlyList<Alert>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var alerts = new List<Alert>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            alerts.Add(JsonSerializer.Deserialize(rows.GetString(0), AlertsJson.Default.Alert)!);
        }

        return alerts;
    }
}
