using Npgsql;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Waterfall;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Predictions;

/// <summary>
/// Reads the pipeline as it was. Which stage a deal was in comes from its source, which tells the whole history of it; amount and
/// promised date are those that Sophia knew at the moment, or where it had not heard of the deal yet, the first it heard.
/// </summary>
/// <param name="database">The database.</param>
public sealed class PipelineHistory(NpgsqlDataSource database)
{
    // $1 and $2 are the moments. The version of a deal at a moment is the first that was superseded after it, else the present one.
    // Of a deal that was deleted the source says no more than that: where it belonged is what it was at the start.
    private const string States = """
        WITH earlier AS (
            SELECT DISTINCT ON (connection, external_id) * FROM deal_history WHERE recorded_to > $1 ORDER BY connection, external_id, recorded_to),
        later AS (
            SELECT DISTINCT ON (connection, external_id) * FROM deal_history WHERE recorded_to > $2 ORDER BY connection, external_id, recorded_to),
        d AS (
            SELECT connection, external_id,
                   CASE WHEN gone THEN e.product_line ELSE k.product_line END AS product_line,
                   CASE WHEN gone THEN e.owner_id ELSE k.owner_id END AS owner_id,
                   CASE WHEN gone THEN e.account_id ELSE k.account_id END AS account_id,
                   CASE WHEN gone THEN e.stage_ids ELSE k.stage_ids END AS stage_ids,
                   CASE WHEN gone THEN e.stage_entered_at ELSE k.stage_entered_at END AS stage_entered_at,
                   coalesce(e.is_removed, k.is_removed) AS was_removed,
                   CASE WHEN e.stage_id IS NULL THEN k.amount ELSE e.amount END AS was_amount,
                   CASE WHEN e.stage_id IS NULL THEN k.closed_at ELSE e.closed_at END AS was_closed_at,
                   coalesce(e.recorded_from, k.recorded_from) AS was_heard_at,
                   coalesce(l.is_removed, k.is_removed) AS is_removed,
                   CASE WHEN l.stage_id IS NULL THEN k.amount ELSE l.amount END AS amount,
                   CASE WHEN l.stage_id IS NULL THEN k.closed_at ELSE l.closed_at END AS closed_at
            FROM deal k
            LEFT JOIN earlier e USING (connection, external_id)
            LEFT JOIN later l USING (connection, external_id)
            CROSS JOIN LATERAL (SELECT k.is_removed AND e.stage_id IS NOT NULL AS gone) AS state)
        SELECT d.connection, d.external_id,
               NOT d.was_removed AND was.external_id IS NOT NULL, d.was_amount, d.was_closed_at, was.is_closed, was.is_won, d.was_heard_at > $1,
               NOT d.is_removed AND s.external_id IS NOT NULL, d.amount, d.closed_at, s.is_closed, s.is_won
        FROM d
        LEFT JOIN deal_stage was ON was.connection = d.connection
            AND was.external_id = d.stage_ids[(SELECT count(*) FROM unnest(d.stage_entered_at) AS entered (at) WHERE at < $1)]
        LEFT JOIN deal_stage s ON s.connection = d.connection
            AND s.external_id = d.stage_ids[(SELECT count(*) FROM unnest(d.stage_entered_at) AS entered (at) WHERE at < $2)]
        """;

    private const string Account = "LEFT JOIN account a ON a.connection = d.connection AND a.external_id = d.account_id";

    private const string Seller = "LEFT JOIN (SELECT * FROM colleague OFFSET 0) p ON p.connection = d.connection AND p.external_id = d.owner_id";

    private const string Moved = """
        WHERE (NOT d.was_removed OR NOT d.is_removed) AND (was.external_id IS NOT NULL OR s.external_id IS NOT NULL)
          AND NOT coalesce(was.is_closed AND s.is_closed, false)
        """;

    /// <summary>The deals at two moments; what happened at a moment itself is not part of it.</summary>
    /// <param name="start">The first moment.</param>
    /// <param name="end">The second; not before the first.</param>
    /// <param name="filters">What deals to keep, by dimensions that deals have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>As many as were open at either moment or ended between them.</returns>
    public async Task<PipelineState> ReadAsync(
        DateTimeOffset start, DateTimeOffset end, IReadOnlyList<MetricFilter> filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in FactSql.PlanSettings().Append(Command(start, end, filters)))
        {
            batch.BatchCommands.Add(command);
        }

        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        List<PipelineDeal> before = [];
        List<PipelineDeal> after = [];
        var (open, unheard) = (0, 0);
        while (await row.ReadAsync(cancellationToken))
        {
            var key = new FactKey(row.GetString(0), row.GetString(1));
            if (row.GetBoolean(2))
            {
                var was = Read(row, key, 3);
                before.Add(was);
                open += was.Outcome is DealOutcome.Open ? 1 : 0;
                unheard += was.Outcome is DealOutcome.Open && row.GetBoolean(7) ? 1 : 0;
            }

            if (row.GetBoolean(8))
            {
                after.Add(Read(row, key, 9));
            }
        }

        return new(before, after, open, unheard);
    }

    private static NpgsqlBatchCommand Command(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<MetricFilter> filters)
    {
        // The first two parameters are the moments.
        var kept = filters.Select(static (filter, index) => $" AND {FactSql.Keeps(FactSource.Deal, filter.Dimension, index + 3)}");
        var seller = filters.Any(static filter => filter.Dimension is Dimension.Seller or Dimension.Department) ? Seller : "";
        var command = new NpgsqlBatchCommand($"{States}\n{Account}\n{seller}\n{Moved}{string.Concat(kept)}");
        command.Parameters.Add(new() { Value = start });
        command.Parameters.Add(new() { Value = end });
        foreach (var filter in filters)
        {
            command.Parameters.Add(new() { Value = filter.Members.ToArray() });
        }

        return command;
    }

    private static PipelineDeal Read(NpgsqlDataReader row, FactKey key, int column) => new(
        key,
        row.GetFieldValue<decimal?>(column),
        row.GetFieldValue<DateTimeOffset?>(column + 1),
        (row.GetBoolean(column + 2), row.GetBoolean(column + 3)) switch
        {
            (false, _) => DealOutcome.Open,
            (true, true) => DealOutcome.Won,
            (true, false) => DealOutcome.Lost,
        });
}
