using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The stages of the sales pipelines.</summary>
internal sealed class DealStageTable()
    : FactTable<DealStage>("deal_stage", "pipeline_id, label, display_order, probability, is_closed, is_won")
{
    protected override DealStage Normalize(DealStage fact) => fact with
    {
        PipelineId = PostgresValue.Text(fact.PipelineId)!, Label = PostgresValue.Text(fact.Label)!,
    };

    protected override bool SameContent(DealStage left, DealStage right) => left == right with { SourceVersion = left.SourceVersion };

    protected override DealStage Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        PipelineId = row.GetString(column),
        Label = row.GetString(column + 1),
        Order = row.GetInt32(column + 2),
        Probability = row.GetDecimal(column + 3),
        IsClosed = row.GetBoolean(column + 4),
        IsWon = row.GetBoolean(column + 5),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, DealStage fact, CancellationToken cancellationToken)
    {
        await row.WriteAsync(fact.PipelineId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.Label, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.Order, NpgsqlDbType.Integer, cancellationToken);
        await row.WriteAsync(fact.Probability, NpgsqlDbType.Numeric, cancellationToken);
        await row.WriteAsync(fact.IsClosed, NpgsqlDbType.Boolean, cancellationToken);
        await row.WriteAsync(fact.IsWon, NpgsqlDbType.Boolean, cancellationToken);
    }
}
