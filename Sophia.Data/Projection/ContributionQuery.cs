using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>
/// Reads what facts contribute to the components that share a source of facts and a way of adding up. The SQL is generated from
/// the components' definitions.
/// </summary>
internal sealed class ContributionQuery
{
    private readonly FamilyRollup _rollup;
    private readonly bool _isStock;
    private readonly int[] _components;
    private readonly string _sql;

    private ContributionQuery(FamilyRollup rollup, FactSource source, AddsUp addsUp, MetricComponent[] components)
    {
        _rollup = rollup;
        _isStock = addsUp is AddsUp.Stock;
        _components = [.. components.Select(component => rollup.Components.Index().First(pair => pair.Item == component).Index)];
        _sql = Generate(rollup, source, addsUp, components);
    }

    /// <summary>One query per source of a family and way of adding up; together they read all its components.</summary>
    public static IReadOnlyList<ContributionQuery> Of(FamilyRollup rollup) =>
    [
        .. rollup.Components
            .GroupBy(static component => (component.Fact, component.AddsUp))
            .Select(group => new ContributionQuery(rollup, group.Key.Fact, group.Key.AddsUp, [.. group])),
    ];

    /// <summary>Adds what <paramref name="facts"/> contribute now to <paramref name="difference"/>, or takes it off.</summary>
    /// <param name="connection">The projector's transaction.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="difference">Where to.</param>
    /// <param name="sign">1 to add, -1 to take off.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(NpgsqlConnection connection, FactKey[] facts, RollupDifference difference, int sign, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_sql, connection);
        command.Parameters.Add(new() { Value = Array.ConvertAll(facts, static key => key.Connection) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(facts, static key => key.ExternalId) });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var values = new decimal[_components.Length];

        // Filled anew for each row.
        var members = new string[_rollup.Dimensions.Count][];
        while (await row.ReadAsync(cancellationToken))
        {
            for (var index = 0; index < members.Length; index++)
            {
                members[index] = ReadMembers(row, index);
            }

            for (var index = 0; index < values.Length; index++)
            {
                values[index] = row.GetDecimal(2 + members.Length + index);
            }

            difference.Add(row.GetFieldValue<DateOnly>(0), new(members), _components, values, sign, sign);
            if (_isStock && row.GetFieldValue<DateOnly?>(1) is { } until)
            {
                difference.Add(until, new(members), _components, values, -sign, sign);
            }
        }
    }

    private string[] ReadMembers(NpgsqlDataReader row, int dimension)
    {
        if (row.IsDBNull(2 + dimension))
        {
            return [];
        }

        return FactSql.IsList(_rollup.Dimensions[dimension]) ? row.GetFieldValue<string[]>(2 + dimension) : [row.GetString(2 + dimension)];
    }

    private static string Generate(FamilyRollup rollup, FactSource source, AddsUp addsUp, MetricComponent[] components)
    {
        var (from, until) = FactSql.Days(addsUp);
        return $"""
            SELECT {from}, {until}, {string.Join(", ", rollup.Dimensions.Select(dimension => FactSql.Member(source, dimension)))},
                   {string.Join(", ", components.Select(static component => $"({FactSql.Value(component)})::numeric"))}
            FROM {FactSql.FromKeys(source)} AND {from} IS NOT NULL AND ({FactSql.Condition(components)})
            """;
    }
}
