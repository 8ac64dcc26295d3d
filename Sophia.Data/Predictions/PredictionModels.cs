using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Sophia.Data.Predictions;

/// <summary>The trained models. All versions are kept: one a day at most, each some kilobytes.</summary>
/// <param name="database">The database.</param>
public sealed class PredictionModels(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO prediction_model (kind, version, trained_at, content) VALUES ($1, $2, $3, $4)
        ON CONFLICT (kind, version) DO UPDATE SET trained_at = excluded.trained_at
        """;

    private const string Newest = "SELECT content, trained_at FROM prediction_model WHERE kind = $1 ORDER BY trained_at DESC LIMIT 1";
    private const string Version = "SELECT content, trained_at FROM prediction_model WHERE kind = $1 AND version = $2";

    /// <summary>Keeps a model.</summary>
    /// <param name="kind">What it predicts, for example <c>deal.win</c>.</param>
    /// <param name="version">Its version; the same again moves only its time.</param>
    /// <param name="trainedAt">When it was trained.</param>
    /// <param name="model">The model.</param>
    /// <param name="type">How it is written.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then.</param>
    public async Task StoreAsync<TModel>(
        string kind, string version, DateTimeOffset trainedAt, TModel model, JsonTypeInfo<TModel> type, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = version });
        command.Parameters.Add(new() { Value = trainedAt });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(model, type), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The newest model of a kind, or null where there is none.</summary>
    public async Task<StoredModel<TModel>?> FindNewestAsync<TModel>(string kind, JsonTypeInfo<TModel> type, CancellationToken cancellationToken)
        where TModel : class
    {
        await using var command = database.CreateCommand(Newest);
        command.Parameters.Add(new() { Value = kind });
        return await ReadAsync(command, type, cancellationToken);
    }

    /// <summary>One version of a model, so that a past score can be made again; null where there is none.</summary>
    public async Task<StoredModel<TModel>?> FindAsync<TModel>(string kind, string version, JsonTypeInfo<TModel> type, CancellationToken cancellationToken)
        where TModel : class
    {
        await using var command = database.CreateCommand(Version);
        command.Parameters.Add(new() { Value = kind });
        command.Parameters.Add(new() { Value = version });
        return await ReadAsync(command, type, cancellationToken);
    }

    private static async Task<StoredModel<TModel>?> ReadAsync<TModel>(NpgsqlCommand command, JsonTypeInfo<TModel> type, CancellationToken cancellationToken)
        where TModel : class
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(0), type)!, row.GetFieldValue<DateTimeOffset>(1))
            : null;
    }
}
