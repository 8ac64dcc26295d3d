using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>Who works and worked here.</summary>
internal sealed class EmployeeTable()
    : FactTable<Employee>("employee", "name, email, department, region, job_title, manager_id, hired_on, left_on")
{
    protected override Employee Normalize(Employee fact) => fact with
    {
        Name = PostgresValue.Text(fact.Name),
        Email = PostgresValue.Text(fact.Email),
        Department = PostgresValue.Text(fact.Department),
        Region = PostgresValue.Text(fact.Region),
        JobTitle = PostgresValue.Text(fact.JobTitle),
        ManagerId = PostgresValue.Text(fact.ManagerId),
    };

    protected override bool SameContent(Employee left, Employee right) => left == right with { SourceVersion = left.SourceVersion };

    protected override Employee Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Name = row.GetText(column),
        Email = row.GetText(column + 1),
        Department = row.GetText(column + 2),
        Region = row.GetText(column + 3),
        JobTitle = row.GetText(column + 4),
        ManagerId = row.GetText(column + 5),
        HiredOn = row.GetFieldValue<DateOnly?>(column + 6),
        LeftOn = row.GetFieldValue<DateOnly?>(column + 7),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, Employee fact, CancellationToken cancellationToken)
    {
        await WriteAsync(row, fact.Name, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Email, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Department, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Region, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.JobTitle, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.ManagerId, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.HiredOn, NpgsqlDbType.Date, cancellationToken);
        await WriteAsync(row, fact.LeftOn, NpgsqlDbType.Date, cancellationToken);
    }
}
