using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>How customers are doing and how likely they are to leave.</summary>
/// <param name="database">The database.</param>
public sealed class CustomerPredictions(NpgsqlDataSource database)
{
    // Who has come back is a customer again, and scored anew.
    private const string Upsert = """
        INSERT INTO customer_prediction (connection, external_id, model_version, scored_at, churn_probability, health_score, content)
        SELECT connection, external_id, model_version, scored_at, churn_probability, health_score, content
        FROM unnest($1, $2, $3, $4, $5, $6, $7) AS said (connection, external_id, model_version, scored_at, churn_probability, health_score, content)
        ON CONFLICT (connection, external_id) DO UPDATE SET
            model_version = excluded.model_version, scored_at = excluded.scored_at, churn_probability = excluded.churn_probability,
            health_score = excluded.health_score, content = excluded.content, left_at = NULL
        """;

    // The score stays the last one before.
    private const string Leave = """
        UPDATE customer_prediction SET left_at = gone.left_at
        FROM unnest($1, $2, $3) AS gone (connection, external_id, left_at)
        WHERE customer_prediction.connection = gone.connection AND customer_prediction.external_id = gone.external_id
          AND customer_prediction.left_at IS NULL
        """;

    /// <summary>Stores the newest of each customer.</summary>
    public async Task StoreAsync(IReadOnlyList<KeyValuePair<FactKey, CustomerPrediction>> customers, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Upsert);
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Key.Connection).ToArray() });
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Key.ExternalId).ToArray() });
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Value.Churn?.ModelVersion).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Value.ScoredAt).ToArray() });
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Value.Churn?.Probability).ToArray() });
        command.Parameters.Add(new() { Value = customers.Select(static one => one.Value.Health.Score).ToArray() });
        command.Parameters.Add(new()
        {
            Value = customers.Select(static one => JsonSerializer.Serialize(one.Value, PredictionJson.Default.CustomerPrediction)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Notes who has left, and when.</summary>
    public async Task LeaveAsync(IReadOnlyList<KeyValuePair<FactKey, DateTimeOffset>> gone, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Leave);
        command.Parameters.Add(new() { Value = gone.Select(static one => one.Key.Connection).ToArray() });
        command.Parameters.Add(new() { Value = gone.Select(static one => one.Key.ExternalId).ToArray() });
        command.Parameters.Add(new() { Value = gone.Select(static one => one.Value).ToArray() });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
