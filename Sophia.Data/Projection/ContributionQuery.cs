using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>
/// Reads what deals contribute to the components that share a source of facts and a way of adding up. The SQL is generated from
/// the components' definitions.
/// </summary>
internal sealed class ContributionQuery
{
    private readonly FactSource _source;
    private readonly int[] _components;
    private readonly string _sql;

    private ContributionQuery(FactSource source, AddsUp addsUp, MetricComponent[] components)
    {
        _source = source;
        _components = [.. components.Select(static component => MetricComponents.All.Index().First(pair => pair.Item == component).Index)];
        _sql = Generate(source, addsUp, components);
    }

    /// <summary>One query per source and way of adding up; together they read all components.</summary>
    public static IReadOnlyList<ContributionQuery> All { get; } =
    [
        .. MetricComponents.All
            .GroupBy(static component => (component.Fact, component.AddsUp))
            .Select(static group => new ContributionQuery(group.Key.Fact, group.Key.AddsUp, [.. group])),
    ];

    /// <summary>Adds what <paramref name="deals"/> contribute now to <paramref name="difference"/>, or takes it off.</summary>
    /// <param name="connection">The projector's transaction.</param>
    /// <param name="deals">The deals.</param>
    /// <param name="difference">Where to.</param>
    /// <param name="sign">1 to add, -1 to take off.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(NpgsqlConnection connection, FactKey[] deals, RollupDifference difference, int sign, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql, connection);
        command.Parameters.Add(new() { Value = Array.ConvertAll(deals, static key => key.Connection) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(deals, static key => key.ExternalId) });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var values = new decimal[_components.Length];
        while (await row.ReadAsync(cancellationToken))
        {
            var members = new RollupMembers(row.GetString(2), row.GetString(3), row.GetString(4), row.GetText(5));
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = row.GetDecimal(6 + index);
            }

            difference.Add(row.GetFieldValue<DateOnly>(0), members, _components, values, sign, sign);
            if (_source == FactSource.DealStageStay && row.GetFieldValue<DateOnly?>(1) is { } until)
            {
                difference.Add(until, members, _components, values, -sign, sign);
            }
        }
    }

    private static string Generate(FactSource source, AddsUp addsUp, MetricComponent[] components)
    {
        var (from, until) = addsUp switch
        {
            AddsUp.Flow flow => (FactColumnSql.Day(flow.At), "NULL::date"),
            AddsUp.Stock stock => (FactColumnSql.Day(stock.From), FactColumnSql.Day(stock.Until)),
            _ => throw new ArgumentOutOfRangeException(nameof(addsUp)),
        };
        return $"""
            SELECT {from}, {until}, coalesce(d.product_line, ''), coalesce(a.region, ''), coalesce(a.segment, ''), {FactColumnSql.Stage(source)},
                   {string.Join(", ", components.Select(static component => $"({Value(component)})::numeric"))}
            FROM {FactColumnSql.From(source)} AND {from} IS NOT NULL AND ({Condition(components)})
            """;
    }

    // Rows that contribute to none of the components are not read.
    private static string Condition(MetricComponent[] components) =>
        Array.TrueForAll(components, static component => component.Filter is not null)
            ? string.Join(" OR ", components.Select(static component => FactColumnSql.Of(component.Filter!.Value)).Distinct(StringComparer.Ordinal))
            : "true";

    private static string Value(MetricComponent component)
    {
        var measure = component.Measure is { } column ? FactColumnSql.Of(column) : "1";
        return component.Filter is { } filter ? $"CASE WHEN {FactColumnSql.Of(filter)} THEN {measure} ELSE 0 END" : measure;
    }
}
