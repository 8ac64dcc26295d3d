using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Data.Projection;

namespace Sophia.Data.Predictions;

/// <summary>The forecasts of metrics, the newest and those before.</summary>
/// <param name="database">The database.</param>
public sealed class MetricForecasts(NpgsqlDataSource database)
{
    // Kept long enough to hold a year's forecasts against what came: with a dozen metrics and their regions some 25,000 rows.
    private const string Store = """
        INSERT INTO metric_forecast (metric, dimension, member, made_on, made_at, content)
        SELECT metric, dimension, member, $4, $5, content FROM unnest($1, $2, $3, $6) AS said (metric, dimension, member, content)
        ON CONFLICT (metric, dimension, member, made_on) DO UPDATE SET made_at = excluded.made_at, content = excluded.content
        """;

    private const string Forget = "DELETE FROM metric_forecast WHERE made_on < $1";

    private const string Newest = """
        SELECT DISTINCT ON (metric, dimension, member) content FROM metric_forecast
        WHERE metric = ANY ($1) AND dimension = $2
        ORDER BY metric, dimension, member, made_on DESC
        """;

    private const int DaysKept = 400;

    /// <summary>Stores what was made on one day; the same day's earlier ones are replaced.</summary>
    public async Task StoreAsync(IReadOnlyList<MetricForecast> forecasts, DateTimeOffset madeAt, CancellationToken cancellationToken)
    {
        var madeOn = DateOnly.FromDateTime(madeAt.UtcDateTime);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Store)
        {
            Parameters =
            {
                new() { Value = forecasts.Select(static forecast => forecast.Metric).ToArray() },
                new() { Value = forecasts.Select(static forecast => NameOf(forecast.Dimension)).ToArray() },
                new() { Value = forecasts.Select(static forecast => forecast.Member ?? "").ToArray() },
                new() { Value = madeOn },
                new() { Value = madeAt },
                new()
                {
                    Value = forecasts.Select(static forecast => JsonSerializer.Serialize(forecast, PredictionJson.Default.MetricForecast)).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
                },
            },
        });
        batch.BatchCommands.Add(new(Forget) { Parameters = { new() { Value = madeOn.AddDays(-DaysKept) } } });
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The newest forecasts of metrics, in total or for each member of a dimension.</summary>
    public async Task<IReadOnlyList<MetricForecast>> ReadNewestAsync(
        IReadOnlyList<string> metrics, Dimension? dimension, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Newest);
        command.Parameters.Add(new() { Value = metrics.ToArray() });
        command.Parameters.Add(new() { Value = NameOf(dimension) });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<MetricForecast> read = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            read.Add(JsonSerializer.Deserialize(rows.GetFieldValue<byte[]>(0), PredictionJson.Default.MetricForecast)!);
        }

        return read;
    }

    private static string NameOf(Dimension? dimension) => dimension is { } split ? RollupKey.NameOf(split) : RollupKey.Total;
}
