using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Sophia.Data.Predictions;

/// <summary>What analyses said last, where only the newest is of use.</summary>
/// <param name="database">The database.</param>
public sealed class AnalysisResults(NpgsqlDataSource database)
{
    /// <summary>How long deals take.</summary>
    public const string Cycles = "sales.cycle";

    /// <summary>Which metrics go before others.</summary>
    public const string Correlations = "metric.correlations";

    /// <summary>Which warnings open deals were last looked at for.</summary>
    public const string Warnings = "deal.warnings";

    /// <summary>How far customers have moved from those that taught the model of their risks.</summary>
    public const string Drift = "customer.drift";

    /// <summary>How many calls an hour to be ready for.</summary>
    public const string Load = "call.load";

    private const string Store = """
        INSERT INTO analysis_result (analysis, made_at, content) VALUES ($1, $2, $3)
        ON CONFLICT (analysis) DO UPDATE SET made_at = excluded.made_at, content = excluded.content
        """;

    private const string Read = "SELECT content FROM analysis_result WHERE analysis = $1";

    /// <summary>Puts a result in the last one's place.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="result">The result.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task StoreAsync<TResult>(
        string analysis, DateTimeOffset at, TResult result, JsonTypeInfo<TResult> type, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = analysis });
        command.Parameters.Add(new() { Value = at });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(result, type), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The last result, or null before the first.</summary>
    public async Task<TResult?> FindAsync<TResult>(string analysis, JsonTypeInfo<TResult> type, CancellationToken cancellationToken)
        where TResult : class
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = analysis });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), type) : null;
    }
}
