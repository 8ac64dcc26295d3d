using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>Reads customers with how they are doing.</summary>
/// <param name="database">The database.</param>
public sealed class CustomerOutlooks(NpgsqlDataSource database)
{
    private const string Columns = """
        p.connection, p.external_id, a.name, a.region, a.segment, p.content, p.left_at
        FROM customer_prediction p
        JOIN account a ON a.connection = p.connection AND a.external_id = p.external_id AND NOT a.is_removed
        WHERE true
        """;

    private const string Page = $"""
        SELECT {Columns}
          AND ($1 IS NULL OR a.region = $1)
          AND ($2 IS NULL OR p.content #>> '{"{health,band}"}' = $2)
          AND (p.left_at IS NOT NULL) = $3
          AND ($4 IS NULL OR (coalesce(p.health_score, $7), p.connection, p.external_id) > ($4, $5, $6))
          AND ($9 IS FALSE OR jsonb_typeof(p.content -> 'expansion') = 'object')
        ORDER BY coalesce(p.health_score, $7), p.connection, p.external_id
        LIMIT $8
        """;

    private const string One = $"SELECT {Columns} AND p.connection = $1 AND p.external_id = $2";

    /// <summary>A page of customers.</summary>
    /// <param name="region">Only those of this region, or null.</param>
    /// <param name="band">Only those doing like this, or null.</param>
    /// <param name="left">Those who have left instead of those who have not.</param>
    /// <param name="expansion">Only those who may want more.</param>
    /// <param name="after">The customer behind which the page begins, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<CustomerOutlook>> ReadAsync(
        string? region, HealthBand? band, bool left, bool expansion, CustomerOutlookKey? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Page);
        command.Parameters.Add(Nullable(region, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(band is { } one ? JsonNamingPolicy.CamelCase.ConvertName(one.ToString()) : null, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = left });
        command.Parameters.Add(Nullable(after?.Health, NpgsqlDbType.Double));
        command.Parameters.Add(Nullable(after?.Connection, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(after?.Id, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = CustomerOutlookKey.Unknown });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = expansion });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>One customer, or null where there is none of that key.</summary>
    public async Task<CustomerOutlook?> FindAsync(string connection, string id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    private static async Task<List<CustomerOutlook>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<CustomerOutlook> read = [];
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            read.Add(new()
            {
                Connection = row.GetString(0),
                Id = row.GetString(1),
                Name = row.GetText(2),
                Region = row.GetText(3),
                Segment = row.GetText(4),
                Prediction = JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(5), PredictionJson.Default.CustomerPrediction)!
                    with { LeftAt = row.GetFieldValue<DateTimeOffset?>(6) },
            });
        }

        return read;
    }

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
