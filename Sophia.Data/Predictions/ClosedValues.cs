using Npgsql;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Predictions;

/// <summary>Reads what ended deals were worth, by the same definitions as the metrics of deals.</summary>
/// <param name="database">The database.</param>
public sealed class ClosedValues(NpgsqlDataSource database)
{
    /// <summary>What deals that ended within a range were worth; amounts that nobody estimated count as nothing.</summary>
    /// <param name="range">The days.</param>
    /// <param name="filters">What deals to keep, by dimensions that deals have.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ClosedValue> ReadAsync(DateRange range, IReadOnlyList<MetricFilter> filters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filters);
        // The first two parameters are the days.
        var kept = filters.Select(static (filter, index) => $" AND {FactSql.Keeps(FactSource.Deal, filter.Dimension, index + 3)}");
        var amount = FactSql.Of(FactColumn.Amount);
        await using var command = database.CreateCommand($"""
            SELECT coalesce(sum({amount}) FILTER (WHERE {FactSql.Of(FactColumn.IsWon)}), 0), coalesce(sum({amount}), 0)
            FROM {FactSql.From(FactSource.Deal, filters.Select(static filter => filter.Dimension))}
              AND {FactSql.Of(FactColumn.IsClosed)} AND {FactSql.Day(FactColumn.ClosedAt)} BETWEEN $1 AND $2{string.Concat(kept)}
            """);
        command.Parameters.Add(new() { Value = range.From });
        command.Parameters.Add(new() { Value = range.To });
        foreach (var filter in filters)
        {
            command.Parameters.Add(new() { Value = filter.Members.ToArray() });
        }

        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetDecimal(0), row.GetDecimal(1));
    }
}
