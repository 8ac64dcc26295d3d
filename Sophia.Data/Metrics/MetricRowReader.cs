using System.Data;
using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Reads the rows behind figures.</summary>
/// <param name="database">The database.</param>
/// <param name="metrics">Reads the figures.</param>
/// <param name="clock">Tells which day it is.</param>
public sealed class MetricRowReader(NpgsqlDataSource database, MetricReader metrics, TimeProvider clock)
{
    /// <summary>The figure that <paramref name="query"/> asks for and a page of the rows behind it, from one consistent state.</summary>
    /// <param name="query">Asks for one metric, without a split: a member of one is a filter.</param>
    /// <param name="after">The key of the row before the page, or null for the first page.</param>
    /// <param name="limit">How many rows at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer without its items, and the items with their keys: none where they are withheld.</returns>
    public async Task<(MetricRows Answer, IReadOnlyList<(MetricRow Row, MetricRowKey Key)> Page)> ReadAsync(
        MetricQuery query, MetricRowKey? after, int limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = FigurePart.Of(query, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var figures = await metrics.ReadAsync(connection, query, cancellationToken);
        var figure = figures.Metrics[0];
        IReadOnlyList<MetricPartTotal> totals = [.. parts.Select(static part => new MetricPartTotal(part.Part, null, null))];
        IReadOnlyList<(MetricRow, MetricRowKey)> page = [];
        if (!figure.Suppressed)
        {
            var filters = query.FiltersOf(query.Metrics[0]);
            var rows = new RowQuery(query.Metrics[0], filters, parts);
            // Whoever once stood behind a department's figure could be counted among all people later, when the department is too small to be shown.
            NpgsqlBatchCommand[] shown = query.Metrics[0].People is not null && filters.Count > 0 ? [] : [rows.Page(after, limit)];
            await using var batch = new NpgsqlBatch(connection);
            foreach (var command in (NpgsqlBatchCommand[])[.. FactSql.PlanSettings(), rows.Totals(), .. shown])
            {
                batch.BatchCommands.Add(command);
            }

            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            totals = await RowQuery.ReadTotalsAsync(reader, parts, cancellationToken);
            if (shown.Length > 0)
            {
                await reader.NextResultAsync(cancellationToken);
                page = await RowQuery.ReadPageAsync(reader, cancellationToken);
            }
        }

        var answer = new MetricRows
        {
            Metric = figure,
            From = figures.From,
            To = figures.To,
            Filters = figures.Filters,
            Parts = totals,
            AsOf = figures.AsOf,
            Sequence = figures.Sequence,
            Items = [],
            Next = null,
        };
        return (answer, page);
    }
}
