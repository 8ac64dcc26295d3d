using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The colleagues' accounts in connected systems.</summary>
internal sealed class SystemUserTable() : FactTable<SystemUser>("system_user", "email, name")
{
    protected override SystemUser Normalize(SystemUser fact) => fact with
    {
        Email = PostgresValue.Text(fact.Email), Name = PostgresValue.Text(fact.Name),
    };

    protected override bool SameContent(SystemUser left, SystemUser right) => left == right with { SourceVersion = left.SourceVersion };

    protected override SystemUser Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Email = row.GetText(column),
        Name = row.GetText(column + 1),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, SystemUser fact, CancellationToken cancellationToken)
    {
        await WriteAsync(row, fact.Email, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Name, NpgsqlDbType.Text, cancellationToken);
    }
}
