using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>How long deals take; only the newest is kept, since history gives the others again.</summary>
/// <param name="database">The database.</param>
public sealed class SalesCycles(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO sales_cycle (made_at, content) VALUES ($1, $2)
        ON CONFLICT (single) DO UPDATE SET made_at = excluded.made_at, content = excluded.content
        """;

    private const string Read = "SELECT content FROM sales_cycle";

    /// <summary>Puts a new one in the old one's place.</summary>
    public async Task StoreAsync(CycleAnswer cycles, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = cycles.MadeAt!.Value });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(cycles, PredictionJson.Default.CycleAnswer), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The newest; without any before the first.</summary>
    public async Task<CycleAnswer> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), PredictionJson.Default.CycleAnswer)!
            : new(null, []);
    }
}
