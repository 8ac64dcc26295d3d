using Npgsql;
using NpgsqlTypes;

namespace Sophia.Data.Predictions;

/// <summary>When each analysis last ran, and why it declined where it did.</summary>
/// <param name="database">The database.</param>
public sealed class AnalysisRuns(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO analysis_run (analysis, ran_at, log_end, declined) VALUES ($1, $2, $3, $4)
        ON CONFLICT (analysis) DO UPDATE SET ran_at = excluded.ran_at, log_end = excluded.log_end, declined = excluded.declined
        """;

    private const string Read = "SELECT ran_at, log_end, declined FROM analysis_run WHERE analysis = $1";

    // The primary key's end.
    private const string LogEnd = "SELECT position FROM event_log ORDER BY transaction_id DESC, position DESC LIMIT 1";

    /// <summary>Notes a run.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task StoreAsync(string analysis, AnalysisRun run, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = analysis });
        command.Parameters.Add(new() { Value = run.At });
        command.Parameters.Add(new() { Value = run.LogEnd });
        command.Parameters.Add(new() { Value = run.Declined is { } declined ? declined : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The last run, or null before the first.</summary>
    public async Task<AnalysisRun?> FindAsync(string analysis, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = analysis });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), row.GetText(2)) : null;
    }

    /// <summary>The position of the log's newest entry; 0 where there is none.</summary>
    public async Task<long> ReadLogEndAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(LogEnd);
        return await command.ExecuteScalarAsync(cancellationToken) as long? ?? 0;
    }
}
