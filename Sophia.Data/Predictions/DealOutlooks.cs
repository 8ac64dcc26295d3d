using System.Text.Json;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;
using Sophia.Data.Metrics;

namespace Sophia.Data.Predictions;

/// <summary>Reads open deals with what is expected of them.</summary>
/// <param name="database">The database.</param>
/// <param name="settings">Which warnings are shown.</param>
/// <param name="organisation">The organisation's currency.</param>
public sealed class DealOutlooks(NpgsqlDataSource database, DealWarningSettings settings, IOptions<OrganisationOptions> organisation)
{
    private const string Columns = """
        d.connection, d.external_id, d.name, a.name, a.region, d.owner_id, s.label, d.amount, d.closed_at, d.created_at, p.content
        FROM deal d
        JOIN deal_stage s ON s.connection = d.connection AND s.external_id = d.stage_id
        LEFT JOIN account a ON a.connection = d.connection AND a.external_id = d.account_id
        LEFT JOIN deal_prediction p ON p.connection = d.connection AND p.external_id = d.external_id AND p.outcome IS NULL
        WHERE NOT d.is_removed AND NOT s.is_closed
        """;

    // The largest first: what an executive can still change matters by its size.
    private const string Page = $"""
        SELECT {Columns}
          AND ($1 IS NULL OR a.region = $1)
          AND ($2 IS NULL OR p.content -> 'warnings' @> jsonb_build_array(jsonb_build_object('kind', $2)))
          AND ($3 IS NULL OR (coalesce(d.amount, 0), d.connection, d.external_id) < ($3, $4, $5))
        ORDER BY coalesce(d.amount, 0) DESC, d.connection DESC, d.external_id DESC
        LIMIT $6
        """;

    private const string One = $"SELECT {Columns} AND d.connection = $1 AND d.external_id = $2";

    /// <summary>A page of open deals.</summary>
    /// <param name="region">Only buyers of this region, or null.</param>
    /// <param name="warning">Only deals with a warning of this kind (camel case), or null.</param>
    /// <param name="after">The deal behind which the page begins, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<DealOutlook>> ReadAsync(
        string? region, string? warning, DealOutlookKey? after, int limit, CancellationToken cancellationToken)
    {
        var on = await settings.ReadOnAsync(cancellationToken);
        if (warning is not null && !on.Any(kind => DealWarningSettings.KeyOf(kind) == warning))
        {
            return [];
        }

        await using var command = database.CreateCommand(Page);
        command.Parameters.Add(Nullable(region, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(warning, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(after?.Amount, NpgsqlDbType.Numeric));
        command.Parameters.Add(Nullable(after?.Connection, NpgsqlDbType.Text));
        command.Parameters.Add(Nullable(after?.Id, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, on, cancellationToken);
    }

    /// <summary>One open deal, or null where there is none of that key.</summary>
    public async Task<DealOutlook?> FindAsync(string connection, string id, CancellationToken cancellationToken)
    {
        var on = await settings.ReadOnAsync(cancellationToken);
        await using var command = database.CreateCommand(One);
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, on, cancellationToken)).SingleOrDefault();
    }

    private async Task<List<DealOutlook>> ReadAsync(NpgsqlCommand command, IReadOnlySet<DealWarningKind> on, CancellationToken cancellationToken)
    {
        List<DealOutlook> read = [];
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            read.Add(new()
            {
                Connection = row.GetString(0),
                Id = row.GetString(1),
                Name = row.GetText(2),
                Account = row.GetText(3),
                Region = row.GetText(4),
                SellerId = row.GetText(5),
                Stage = row.GetString(6),
                Amount = row.GetFieldValue<decimal?>(7),
                Currency = organisation.Value.Currency,
                PromisedAt = row.GetFieldValue<DateTimeOffset?>(8),
                CreatedAt = row.GetFieldValue<DateTimeOffset>(9),
                Prediction = row.GetByteArray(10) is { } content && JsonSerializer.Deserialize(content, PredictionJson.Default.DealPrediction) is { } said
                    ? said with { Warnings = [.. said.Warnings.Where(warning => on.Contains(warning.Kind))] }
                    : null,
            });
        }

        return read;
    }

    private static NpgsqlParameter Nullable(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
