using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>What stands out in the business.</summary>
/// <param name="database">The database.</param>
public sealed class Findings(NpgsqlDataSource database)
{
    private const string Store = """
        INSERT INTO finding (kind, subject, found_at, seen_at, content)
        SELECT kind, subject, $3, $3, content FROM unnest($1, $2, $4) AS said (kind, subject, content)
        ON CONFLICT (kind, subject) DO UPDATE SET seen_at = excluded.seen_at, content = excluded.content
        """;

    // A seller's name is read with the finding and not stored in it: whoever is erased has none here either.
    private const string Read = """
        SELECT found_at, seen_at, content, seller.name
        FROM finding
        LEFT JOIN system_user AS seller
            ON kind = 'seller' AND seller.external_id = subject AND seller.connection = content #>> '{evidence,0,connection}'
        ORDER BY seen_at DESC, (content ->> 'probability')::float8, subject LIMIT $1
        """;

    // People read a handful; what is beyond has long not been seen.
    private const int Most = 500;

    /// <summary>Stores what one look found; a finding that was there before keeps the time at which it was first found.</summary>
    public async Task StoreAsync(IReadOnlyList<SalesFinding> findings, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Store);
        command.Parameters.Add(new() { Value = findings.Select(static finding => JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString())).ToArray() });
        command.Parameters.Add(new() { Value = findings.Select(static finding => finding.Subject).ToArray() });
        command.Parameters.Add(new() { Value = at });
        command.Parameters.Add(new()
        {
            Value = findings.Select(static finding => JsonSerializer.Serialize(finding, PredictionJson.Default.SalesFinding)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The findings, those of the last look first and of these the surest.</summary>
    public async Task<IReadOnlyList<StoredFinding>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new() { Value = Most });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<StoredFinding> read = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            var finding = JsonSerializer.Deserialize(rows.GetFieldValue<byte[]>(2), PredictionJson.Default.SalesFinding)!;
            var name = rows.GetText(3);
            read.Add(new(
                name is null ? finding : finding with { Statement = finding.Statement.Replace($"seller {finding.Subject} ", $"{name} ", StringComparison.Ordinal) },
                rows.GetFieldValue<DateTimeOffset>(0),
                rows.GetFieldValue<DateTimeOffset>(1),
                name));
        }

        return read;
    }
}
