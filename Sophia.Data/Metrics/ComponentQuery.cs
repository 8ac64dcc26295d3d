using Npgsql;
using Sophia.Core.Metrics;

namespace Sophia.Data.Metrics;

/// <summary>Reads what some components of a plan add up to from each of its edges to the next.</summary>
/// <param name="plan">The plan.</param>
/// <param name="components">Where the components are in the plan.</param>
internal abstract class ComponentQuery(RollupPlan plan, int[] components)
{
    protected RollupPlan Plan => plan;

    /// <summary>The components read.</summary>
    protected IEnumerable<MetricComponent> Components => components.Select(index => plan.Components[index]);

    /// <summary>The statement that <see cref="ReadAsync"/> reads the result of.</summary>
    public abstract NpgsqlBatchCommand ToCommand();

    /// <summary>Adds what was read to <paramref name="sums"/>.</summary>
    public abstract Task ReadAsync(NpgsqlDataReader rows, List<RollupRow> sums, CancellationToken cancellationToken);

    /// <summary>The statement's values from <paramref name="column"/> on, at the components' places in the plan.</summary>
    protected decimal[] Values(NpgsqlDataReader rows, int column)
    {
        var values = new decimal[plan.Components.Count];
        for (var index = 0; index < components.Length; index++)
        {
            values[components[index]] = rows.GetDecimal(column + index);
        }

        return values;
    }

    /// <summary>The edge with a number of <c>width_bucket</c>: Postgres numbers from 1 what begins at the first.</summary>
    protected DateOnly StartOf(int edge) => edge == 0 ? DateOnly.MinValue : plan.Edges[edge - 1];

    /// <summary>Where the components that meet a condition are in a plan.</summary>
    protected static int[] IndexesOf(RollupPlan plan, Func<MetricComponent, bool> condition) =>
        [.. plan.Components.Index().Where(pair => condition(pair.Item)).Select(static pair => pair.Index)];
}
