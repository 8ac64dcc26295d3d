using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The deals with their stage histories.</summary>
internal sealed class DealTable() : FactTable<Deal>(
    "deal", "name, amount, product_line, owner_id, account_id, stage_id, created_at, closed_at, stage_ids, stage_entered_at")
{
    protected override Deal Normalize(Deal fact) => fact with
    {
        Name = PostgresValue.Text(fact.Name),
        ProductLine = PostgresValue.Text(fact.ProductLine),
        OwnerId = PostgresValue.Text(fact.OwnerId),
        AccountId = PostgresValue.Text(fact.AccountId),
        StageId = PostgresValue.Text(fact.StageId)!,
        CreatedAt = PostgresValue.Time(fact.CreatedAt),
        ClosedAt = fact.ClosedAt is { } closed ? PostgresValue.Time(closed) : null,
        StageHistory =
        [
            .. fact.StageHistory
                .Select(static entry => new StageEntry(PostgresValue.Text(entry.StageId)!, PostgresValue.Time(entry.EnteredAt)))
                .OrderBy(static entry => entry.EnteredAt),
        ],
    };

    protected override bool SameContent(Deal left, Deal right) =>
        left == right with { SourceVersion = left.SourceVersion, StageHistory = left.StageHistory }
        && left.StageHistory.SequenceEqual(right.StageHistory);

    protected override Deal Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Name = row.GetText(column),
        Amount = row.GetFieldValue<decimal?>(column + 1),
        ProductLine = row.GetText(column + 2),
        OwnerId = row.GetText(column + 3),
        AccountId = row.GetText(column + 4),
        StageId = row.GetString(column + 5),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(column + 6),
        ClosedAt = row.GetFieldValue<DateTimeOffset?>(column + 7),
        StageHistory =
        [
            .. row.GetFieldValue<string[]>(column + 8)
                .Zip(row.GetFieldValue<DateTimeOffset[]>(column + 9), static (stage, entered) => new StageEntry(stage, entered)),
        ],
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, Deal fact, CancellationToken cancellationToken)
    {
        await WriteAsync(row, fact.Name, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Amount, NpgsqlDbType.Numeric, cancellationToken);
        await WriteAsync(row, fact.ProductLine, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.OwnerId, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.AccountId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.StageId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.CreatedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        await WriteAsync(row, fact.ClosedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        await row.WriteAsync(fact.StageHistory.Select(static entry => entry.StageId).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.StageHistory.Select(static entry => entry.EnteredAt).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, cancellationToken);
    }
}
