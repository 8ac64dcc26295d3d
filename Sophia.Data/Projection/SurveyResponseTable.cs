using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The answers to satisfaction surveys.</summary>
internal sealed class SurveyResponseTable()
    : FactTable<SurveyResponse>("survey_response", "survey, answered_on, employee_id, department, score")
{
    protected override SurveyResponse Normalize(SurveyResponse fact) => fact with
    {
        Survey = PostgresValue.Text(fact.Survey)!, EmployeeId = PostgresValue.Text(fact.EmployeeId), Department = PostgresValue.Text(fact.Department),
    };

    protected override bool SameContent(SurveyResponse left, SurveyResponse right) => left == right with { SourceVersion = left.SourceVersion };

    protected override SurveyResponse Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Survey = row.GetString(column),
        AnsweredOn = row.GetFieldValue<DateOnly>(column + 1),
        EmployeeId = row.GetText(column + 2),
        Department = row.GetText(column + 3),
        Score = row.GetDecimal(column + 4),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, SurveyResponse fact, CancellationToken cancellationToken)
    {
        await row.WriteAsync(fact.Survey, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.AnsweredOn, NpgsqlDbType.Date, cancellationToken);
        await WriteAsync(row, fact.EmployeeId, NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.Department, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.Score, NpgsqlDbType.Numeric, cancellationToken);
    }
}
