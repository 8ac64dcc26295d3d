using Npgsql;
using NpgsqlTypes;

namespace Sophia.Data.Predictions;

/// <summary>When each analysis last ran, and why it declined where it did.</summary>
/// <param name="database">The database.</param>
public sealed class AnalysisRuns(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO analysis_run (analysis, ran_at, declined) VALUES ($1, $2, $3)
        ON CONFLICT (analysis) DO UPDATE SET ran_at = excluded.ran_at, declined = excluded.declined
        """;

    private const string Read = "SELECT ran_at, declined FROM analysis_run WHERE analysis = $1";

    /// <summary>Notes a run.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="at">When it ran.</param>
    /// <param name="declined">Why it declined, in words; null where it did not.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task StoreAsync(string analysis, DateTimeOffset at, string? declined, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = analysis });
        command.Parameters.Add(new() { Value = at });
        command.Parameters.Add(new() { Value = declined is null ? DBNull.Value : declined, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The last run, or null before the first.</summary>
    public async Task<AnalysisRun?> FindAsync(string analysis, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = analysis });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new(row.GetFieldValue<DateTimeOffset>(0), row.GetText(1)) : null;
    }
}
