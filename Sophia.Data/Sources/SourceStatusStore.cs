using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Integrations;

namespace Sophia.Data.Sources;

/// <summary>Keeps what is known of each source.</summary>
/// <param name="database">The database.</param>
public sealed class SourceStatusStore(NpgsqlDataSource database)
{
    // The history was appended by transactions that had ended when its end was reported, so all lie below this snapshot's
    // xmax. The mark stays as it is while the history stays loaded.
    private const string Report = """
        INSERT INTO source_status AS known (connection, last_attempt_at, last_success_at, error, history_loaded, history_before, loaded, total, failure)
        VALUES ($1, $2, $3, $4, $5, CASE WHEN $5 THEN pg_snapshot_xmax(pg_current_snapshot()) END, $6, $7, $8)
        ON CONFLICT (connection) DO UPDATE SET
            last_attempt_at = excluded.last_attempt_at, last_success_at = excluded.last_success_at, error = excluded.error,
            history_loaded = excluded.history_loaded,
            history_before = CASE WHEN excluded.history_loaded THEN coalesce(known.history_before, excluded.history_before) END,
            loaded = excluded.loaded, total = excluded.total, failure = excluded.failure
        """;

    private const string Read = """
        SELECT connection, last_attempt_at, last_success_at, error, history_loaded, loaded, total, failure FROM source_status ORDER BY connection
        """;

    /// <summary>Stores <paramref name="status"/>, replacing what was known of its connection.</summary>
    public async Task ReportAsync(SourceStatus status, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Report);
        command.Parameters.Add(new() { Value = status.Connection });
        command.Parameters.Add(NullableParameter.Of(status.LastAttemptAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(NullableParameter.Of(status.LastSuccessAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(NullableParameter.Of(status.Error, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = status.HistoryLoaded });
        command.Parameters.Add(new() { Value = status.Loaded });
        command.Parameters.Add(NullableParameter.Of(status.Total, NpgsqlDbType.Bigint));
        command.Parameters.Add(NullableParameter.Of(status.Failure?.ToString(), NpgsqlDbType.Text));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What is known of every source that ever reported, by connection.</summary>
    public async Task<IReadOnlyList<SourceStatus>> ReadAsync(CancellationToken cancellationToken)
    {
        var statuses = new List<SourceStatus>();
        await using var command = database.CreateCommand(Read);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            statuses.Add(new()
            {
                Connection = rows.GetString(0),
                LastAttemptAt = rows.GetFieldValue<DateTimeOffset?>(1),
                LastSuccessAt = rows.GetFieldValue<DateTimeOffset?>(2),
                Error = rows.GetText(3),
                HistoryLoaded = rows.GetBoolean(4),
                Loaded = rows.GetInt64(5),
                Total = rows.GetFieldValue<long?>(6),
                Failure = Enum.TryParse<IntegrationFailure>(rows.GetText(7), out var failure) ? failure : null,
            });
        }

        return statuses;
    }
}
