using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>
/// Reads the rows behind a figure. The SQL is generated from the same definitions as its rollups', so that they cannot tell
/// anything else.
/// </summary>
internal sealed class RowQuery
{
    private static readonly Dimension[] s_dimensions = Enum.GetValues<Dimension>();

    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly string _rows;

    /// <param name="metric">The metric.</param>
    /// <param name="filters">The filters that apply to it.</param>
    /// <param name="parts">The parts of the figure.</param>
    public RowQuery(MetricDefinition metric, IReadOnlyList<MetricFilter> filters, IReadOnlyList<FigurePart> parts) =>
        _rows = string.Join("\nUNION ALL\n", parts.Select(part => Rows(metric, filters, part)));

    /// <summary>How many rows each part has and what they add up to.</summary>
    public NpgsqlBatchCommand Totals() => Command(
        $"SELECT part, coalesce(sum(contribution), 0), count(*) FROM ({_rows}) AS row GROUP BY part ORDER BY part", []);

    /// <summary>A page of the rows.</summary>
    /// <param name="after">The key of the row before it, or null for the first page.</param>
    /// <param name="limit">How many at most.</param>
    public NpgsqlBatchCommand Page(MetricRowKey? after, int limit)
    {
        var from = _parameters.Count + 1;
        NpgsqlParameter[] key = after is null ? [] :
        [
            new() { Value = (int)after.Part }, new() { Value = after.Contribution }, new() { Value = after.Connection }, new() { Value = after.Id }, new() { Value = after.Ordinal },
        ];
        var behind = after is null ? "" : $"WHERE (part, -contribution, connection, id, ordinal) > (${from}, -${from + 1}, ${from + 2}, ${from + 3}, ${from + 4})";
        return Command(
            $"SELECT * FROM ({_rows}) AS row {behind} ORDER BY part, -contribution, connection, id, ordinal LIMIT {limit.ToString(CultureInfo.InvariantCulture)}", key);
    }

    /// <summary>Reads the result of <see cref="Totals"/>; a part without rows adds up to 0.</summary>
    public static async Task<IReadOnlyList<MetricPartTotal>> ReadTotalsAsync(NpgsqlDataReader rows, IReadOnlyList<FigurePart> parts, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<MetricPart, MetricPartTotal>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var part = (MetricPart)rows.GetInt32(0);
            totals[part] = new(part, rows.GetDecimal(1), rows.GetInt64(2));
        }

        return [.. parts.Select(part => totals.GetValueOrDefault(part.Part) ?? new(part.Part, 0, 0))];
    }

    /// <summary>Reads the result of <see cref="Page"/>.</summary>
    public static async Task<IReadOnlyList<(MetricRow Row, MetricRowKey Key)>> ReadPageAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var page = new List<(MetricRow, MetricRowKey)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var key = new MetricRowKey((MetricPart)rows.GetInt32(0), rows.GetDecimal(5), rows.GetString(1), rows.GetString(2), rows.GetInt32(6));
            page.Add((new()
            {
                Part = key.Part,
                Connection = key.Connection,
                Id = key.Id,
                Title = rows.GetText(3),
                Day = rows.GetFieldValue<DateOnly>(4),
                Contribution = key.Contribution,
                ProductLine = Member(rows, Dimension.ProductLine),
                Region = Member(rows, Dimension.Region),
                Segment = Member(rows, Dimension.Segment),
                Stage = Member(rows, Dimension.Stage),
                Department = Member(rows, Dimension.Department),
                Topic = Member(rows, Dimension.Topic),
                CallDirection = Member(rows, Dimension.CallDirection),
                Seller = Member(rows, Dimension.Seller),
            }, key));
        }

        return page;
    }

    private static string? Member(NpgsqlDataReader row, Dimension dimension) => row.GetText(7 + Array.IndexOf(s_dimensions, dimension));

    private string Rows(MetricDefinition metric, IReadOnlyList<MetricFilter> filters, FigurePart part)
    {
        var component = part.Component;
        // Which department a person is in would let readers count the small ones.
        var shown = metric.People is null ? metric.Dimensions : [];
        var members = s_dimensions.Select(dimension => shown.Contains(dimension) ? FactSql.MemberText(component.Fact, dimension) : "NULL::text");
        var (from, until) = FactSql.Days(component.AddsUp);
        var (counts, weight) = Period(part, from, until);
        var conditions = filters.Select(filter => FactSql.Keeps(component.Fact, filter.Dimension, Parameter(filter.Members.ToArray())))
            .Append(component.Filter is { } column ? FactSql.Of(column) : "true")
            .Append(counts);
        return $"""
            SELECT {((int)part.Part).ToString(CultureInfo.InvariantCulture)} AS part, {FactSql.Connection(component.Fact)} AS connection, {FactSql.Id(component.Fact)} AS id,
                   {FactSql.Title(component.Fact)} AS title, {from} AS day, ({FactSql.Value(component)} * {weight})::numeric AS contribution,
                   {FactSql.Ordinal(component.Fact)} AS ordinal, {string.Join(", ", members)}
            FROM {FactSql.From(component.Fact, filters.Select(static filter => filter.Dimension).Concat(shown))} AND {string.Join(" AND ", conditions)}
            """;
    }

    private (string Counts, string Weight) Period(FigurePart part, string from, string until)
    {
        switch (part)
        {
            case { IsAverage: true }:
                var before = Holds(from, until, part.Days.From.AddDays(-1));
                var end = Holds(from, until, part.Days.To);
                return ($"({before} OR {end})", $"((({before})::int + ({end})::int) / 2.0)");
            case { Component.AddsUp: AddsUp.Stock }:
                return (Holds(from, until, part.Days.To), "1");
            default:
                return ($"{from} BETWEEN {Day(part.Days.From)} AND {Day(part.Days.To)}", "1");
        }
    }

    private string Holds(string from, string until, DateOnly day)
    {
        var parameter = Day(day);
        return $"({from} <= {parameter} AND ({until} IS NULL OR {until} > {parameter}))";
    }

    private string Day(DateOnly day)
    {
        _parameters.Add(new() { Value = day, NpgsqlDbType = NpgsqlDbType.Date });
        return $"${_parameters.Count}";
    }

    private int Parameter(string[] members)
    {
        _parameters.Add(new() { Value = members });
        return _parameters.Count;
    }

    private NpgsqlBatchCommand Command(string sql, NpgsqlParameter[] more)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in _parameters.Select(static parameter => parameter.Clone()).Concat(more))
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
