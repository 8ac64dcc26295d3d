using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Dashboard;
using Sophia.Core.Integrations;
using Sophia.Core.Metrics;
using Sophia.Data.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Sources;

/// <summary>Says how the connected source systems are.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells how old things are.</param>
public sealed class IntegrationReader(NpgsqlDataSource database, TimeProvider clock)
{
    private const string ReadConnections = """
        SELECT integration.connection, extract(epoch FROM poll_interval)::float8, sync_requested_at, sync_waiting,
               last_attempt_at, failure,
               (SELECT recorded_at FROM event_log WHERE kind = notification_kind ORDER BY transaction_id DESC, position DESC LIMIT 1),
               coalesce((
                   SELECT extract(epoch FROM $1 - recorded_at)
                   FROM event_log
                   WHERE event_log.connection = integration.connection AND (transaction_id, position) > (
                       coalesce((SELECT transaction_id FROM reader_checkpoint WHERE reader = $2), '0'),
                       coalesce((SELECT position FROM reader_checkpoint WHERE reader = $2), 0))
                   ORDER BY transaction_id, position LIMIT 1), 0)::float8
        FROM integration LEFT JOIN source_status USING (connection)
        WHERE ($3::text IS NULL OR integration.connection > $3) AND ($4::text IS NULL OR integration.connection = $4)
        ORDER BY integration.connection
        LIMIT $5
        """;

    // Each table is read once, whole: tens of thousands of rows take milliseconds, and people ask rarely.
    private const string CountRecords = """
        SELECT connection, 'accounts', count(*) FROM account WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'deals', count(*) FROM deal WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'calls', count(*) FROM call WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'transcripts', count(*) FROM call_transcript WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'users', count(*) FROM system_user WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'employees', count(*) FROM employee WHERE NOT is_removed GROUP BY connection
        UNION ALL
        SELECT connection, 'surveyResponses', count(*) FROM survey_response WHERE NOT is_removed GROUP BY connection
        """;

    private static readonly TimeSpan s_promisedFreshness = MetricCatalog.All.Min(static metric => metric.PromisedFreshness);

    /// <summary>The connections in the order of their names.</summary>
    /// <param name="after">The name behind which to begin, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<IReadOnlyList<Integration>> ReadAsync(string? after, int limit, CancellationToken cancellationToken) =>
        ReadAsync(after, only: null, limit, cancellationToken);

    /// <summary>The connection of this name, or null where no worker ever announced it.</summary>
    public async Task<Integration?> FindAsync(string connection, CancellationToken cancellationToken) =>
        (await ReadAsync(after: null, connection, limit: 1, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<Integration>> ReadAsync(string? after, string? only, int limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(FreshnessReading.Sql));
        batch.BatchCommands.Add(new(CountRecords));
        batch.BatchCommands.Add(new(ReadConnections)
        {
            Parameters =
            {
                new() { Value = now },
                new() { Value = Projector.ReaderName },
                new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                new() { Value = limit },
            },
        });
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        var freshness = await FreshnessReading.ReadAsync(rows, s_promisedFreshness, now, cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        var records = await ReadRecordsAsync(rows, cancellationToken);
        await rows.NextResultAsync(cancellationToken);

        var integrations = new List<Integration>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var connection = rows.GetString(0);
            integrations.Add(Read(rows, freshness.Sources.FirstOrDefault(source => source.Source == connection), records[connection]));
        }

        return integrations;
    }

    private static async Task<ILookup<string, RecordCount>> ReadRecordsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var counts = new List<(string Connection, RecordCount Count)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add((rows.GetString(0), new(rows.GetString(1), rows.GetInt64(2))));
        }

        return counts.ToLookup(static count => count.Connection, static count => count.Count, StringComparer.Ordinal);
    }

    private static Integration Read(NpgsqlDataReader row, SourceFreshness? source, IEnumerable<RecordCount> records) => new()
    {
        Connection = row.GetString(0),
        PollSeconds = row.GetDouble(1),
        SyncRequestedAt = row.GetFieldValue<DateTimeOffset?>(2),
        SyncWaiting = row.GetBoolean(3),
        LastAttemptAt = row.GetFieldValue<DateTimeOffset?>(4),
        WebhookReceivedAt = row.GetFieldValue<DateTimeOffset?>(6),
        LagSeconds = Math.Max(0, row.GetDouble(7)),
        Status = source?.Status ?? FreshnessStatus.NoData,
        LastSuccessAt = source?.CheckedAt,
        Error = source?.Error is { } message ? IntegrationError.Of(FailureOf(row.GetText(5)), message) : null,
        HistoryLoaded = source?.Status is FreshnessStatus.Fresh or FreshnessStatus.Stale,
        Progress = source switch
        {
            { Status: FreshnessStatus.Fresh or FreshnessStatus.Stale } => 1,
            { Total: > 0 and long total, Loaded: var loaded } => Math.Min(1, (double)loaded / total),
            _ => null,
        },
        Loaded = source?.Loaded ?? 0,
        Total = source?.Total,
        Records = [.. records],
    };

    // Notifications that are left behind are an error of no attempt; the source rejected what they point at.
    private static IntegrationFailure FailureOf(string? stored) =>
        Enum.TryParse<IntegrationFailure>(stored, out var failure) ? failure : IntegrationFailure.Rejected;
}
