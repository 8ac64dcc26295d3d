using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The accounts.</summary>
internal sealed class AccountTable() : FactTable<Account>("account", "name, region, segment")
{
    protected override Account Normalize(Account fact) => fact with
    {
        Name = PostgresValue.Text(fact.Name), Region = PostgresValue.Text(fact.Region), Segment = PostgresValue.Text(fact.Segment),
    };

    protected override bool SameContent(Account left, Account right) => left == right with { SourceVersion = left.SourceVersion };

    protected override Account Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Name = row.GetText(column),
        Region = row.GetText(column + 1),
        Segment = row.GetText(column + 2),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, Account fact, CancellationToken cancellationToken)
    {
        await WriteAsync(row, fact.Name, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Region, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Segment, NpgsqlDbType.Text, cancellationToken);
    }
}
