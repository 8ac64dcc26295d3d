using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>The predictions of deals.</summary>
/// <param name="database">The database.</param>
public sealed class DealPredictions(NpgsqlDataSource database)
{
    private const string Upsert = """
        INSERT INTO deal_prediction AS held (connection, external_id, model_version, scored_at, win_probability, content)
        SELECT connection, external_id, model_version, scored_at, win_probability, content
        FROM unnest($1, $2, $3, $4, $5, $6) AS said (connection, external_id, model_version, scored_at, win_probability, content)
        ON CONFLICT (connection, external_id) DO UPDATE SET
            model_version = excluded.model_version, scored_at = excluded.scored_at, win_probability = excluded.win_probability,
            content = excluded.content, outcome = NULL, ended_at = NULL
        """;

    private const string StoreOutcomes = """
        UPDATE deal_prediction SET outcome = ended.outcome, ended_at = ended.ended_at
        FROM unnest($1, $2, $3, $4) AS ended (connection, external_id, outcome, ended_at)
        WHERE deal_prediction.connection = ended.connection AND deal_prediction.external_id = ended.external_id
          AND deal_prediction.outcome IS NULL
        """;

    // A deal that went while nobody looked has no fact that changed since: what is not open any more is found by its absence.
    private const string OpenKeys = "SELECT connection, external_id FROM deal_prediction WHERE outcome IS NULL";

    /// <summary>Stores the newest predictions of open deals; a deal that was reopened counts as open again.</summary>
    public async Task StoreAsync(IReadOnlyList<KeyValuePair<FactKey, DealPrediction>> predictions, CancellationToken cancellationToken)
    {
        if (predictions.Count == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(Upsert);
        command.Parameters.Add(new() { Value = predictions.Select(static one => one.Key.Connection).ToArray() });
        command.Parameters.Add(new() { Value = predictions.Select(static one => one.Key.ExternalId).ToArray() });
        command.Parameters.Add(new() { Value = predictions.Select(static one => one.Value.ModelVersion).ToArray() });
        command.Parameters.Add(new() { Value = predictions.Select(static one => one.Value.ScoredAt).ToArray() });
        command.Parameters.Add(new() { Value = predictions.Select(static one => one.Value.Chance.Probability).ToArray() });
        command.Parameters.Add(new()
        {
            Value = predictions.Select(static one => JsonSerializer.Serialize(one.Value, PredictionJson.Default.DealPrediction)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Keeps how deals ended; the prediction itself stays the last one before.</summary>
    /// <param name="ended">The deals, with won, lost or removed, and when.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task EndAsync(IReadOnlyList<EndedDeal> ended, CancellationToken cancellationToken)
    {
        if (ended.Count == 0)
        {
            return;
        }

        await using var command = database.CreateCommand(StoreOutcomes);
        command.Parameters.Add(new() { Value = ended.Select(static one => one.Deal.Connection).ToArray() });
        command.Parameters.Add(new() { Value = ended.Select(static one => one.Deal.ExternalId).ToArray() });
        command.Parameters.Add(new() { Value = ended.Select(static one => one.Outcome).ToArray() });
        command.Parameters.Add(new() { Value = ended.Select(static one => one.At).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The deals whose end is not known here yet.</summary>
    public async Task<HashSet<FactKey>> ReadOpenAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(OpenKeys);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        HashSet<FactKey> keys = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            keys.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return keys;
    }
}
