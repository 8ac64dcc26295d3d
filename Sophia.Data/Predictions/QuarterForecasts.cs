using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>What calendar quarters were expected to bring: one row a day, some 90 a quarter.</summary>
/// <param name="database">The database.</param>
public sealed class QuarterForecasts(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO quarter_forecast (quarter, made_on, made_at, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (quarter, made_on) DO UPDATE SET made_at = excluded.made_at, content = excluded.content
        """;

    private const string Course = "SELECT content FROM quarter_forecast WHERE quarter = $1 ORDER BY made_on";

    /// <summary>Stores a day's forecast; the same day's earlier one is replaced.</summary>
    public async Task StoreAsync(QuarterOutlook outlook, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = outlook.From });
        command.Parameters.Add(new() { Value = DateOnly.FromDateTime(outlook.MadeAt.UtcDateTime) });
        command.Parameters.Add(new() { Value = outlook.MadeAt });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(outlook, PredictionJson.Default.QuarterOutlook), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All forecasts of a quarter, oldest first.</summary>
    public async Task<IReadOnlyList<QuarterOutlook>> ReadAsync(DateOnly quarter, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Course);
        command.Parameters.Add(new() { Value = quarter });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<QuarterOutlook> read = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            read.Add(JsonSerializer.Deserialize(rows.GetFieldValue<byte[]>(0), PredictionJson.Default.QuarterOutlook)!);
        }

        return read;
    }
}
