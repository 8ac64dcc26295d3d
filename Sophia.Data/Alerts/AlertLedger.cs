using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>The one way in which alerts are changed: what the engine remembers and what people are told, in one short transaction.</summary>
/// <param name="database">The database.</param>
public sealed class AlertLedger(NpgsqlDataSource database)
{
    private const string Lock = "SELECT state, sequence FROM alert_engine FOR UPDATE";

    private const string ReadOpen = "SELECT body FROM alert WHERE resolved_at IS NULL ORDER BY opened_at, id";

    private const string StoreState = "UPDATE alert_engine SET state = $1, sequence = $2";

    private const string StoreAlert = """
        INSERT INTO alert (id, sequence, opened_at, resolved_at, severity, metrics, acknowledged, body)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (id) DO UPDATE SET
            sequence = excluded.sequence, resolved_at = excluded.resolved_at, severity = excluded.severity,
            metrics = excluded.metrics, acknowledged = excluded.acknowledged, body = excluded.body
        """;

    /// <summary>Changes alerts; what was put is told when the transaction has committed. Others who want to wait meanwhile.</summary>
    /// <param name="change">The change; short, since an open transaction holds the readers of the event log back.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task ChangeAsync(Action<AlertBook> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (state, sequence) = await LockAsync(connection, cancellationToken);
        await using var open = new NpgsqlCommand(ReadOpen, connection);
        var book = new AlertBook(
            JsonSerializer.Deserialize(state, AlertsJson.Default.AlertEngineState)!, sequence, await AlertReader.ReadAsync(open, cancellationToken));
        change(book);

        var changed = JsonSerializer.Serialize(book.State, AlertsJson.Default.AlertEngineState);
        if (book.Changed.Count == 0 && book.Judged.Count == 0 && JsonElement.DeepEquals(JsonElement.Parse(state), JsonElement.Parse(changed)))
        {
            return;
        }

        await StoreAsync(connection, book, changed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<(string State, long Sequence)> LockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Lock, connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return (rows.GetString(0), rows.GetInt64(1));
    }

    private static async Task StoreAsync(NpgsqlConnection connection, AlertBook book, string state, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new(StoreState)
        {
            Parameters = { new() { Value = state, NpgsqlDbType = NpgsqlDbType.Jsonb }, new() { Value = book.Sequence } },
        });
        foreach (var alert in book.Changed)
        {
            batch.BatchCommands.Add(new(StoreAlert)
            {
                Parameters =
                {
                    new() { Value = alert.Id },
                    new() { Value = alert.Sequence },
                    new() { Value = alert.OpenedAt.ToUniversalTime() },
                    new() { Value = (object?)alert.ResolvedAt?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = alert.Severity.ToString() },
                    new() { Value = alert.Related.Select(static related => related.Metric).Append(alert.Metric).Distinct(StringComparer.Ordinal).ToArray() },
                    new() { Value = alert.AcknowledgedBy is not null },
                    new() { Value = JsonSerializer.Serialize(alert, AlertsJson.Default.Alert), NpgsqlDbType = NpgsqlDbType.Jsonb },
                },
            });
        }

        foreach (var day in book.Judged)
        {
            batch.BatchCommands.Add(BaselineStore.ToCommand(day));
        }

        foreach (var learnt in book.Learnt)
        {
            batch.BatchCommands.Add(BaselineStore.ToCommand(learnt));
        }

        if (book.Changed.Count > 0)
        {
            batch.BatchCommands.Add(new($"NOTIFY {AlertChannels.Changed}"));
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
