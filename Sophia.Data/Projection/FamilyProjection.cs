using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>Keeps the rollups of one family up to date.</summary>
internal sealed class FamilyProjection(FamilyRollup rollup)
{
    private readonly IReadOnlyList<ContributionQuery> _queries = ContributionQuery.Of(rollup);
    private readonly RollupTable _table = new(rollup);

    /// <summary>Those of all families.</summary>
    public static IReadOnlyList<FamilyProjection> All { get; } = [.. FamilyRollup.All.Select(static rollup => new FamilyProjection(rollup))];

    /// <summary>Takes off what the facts that <paramref name="batch"/> affects contribute before it is stored.</summary>
    /// <returns>What is to be finished when it is stored; null where the batch does not affect the family.</returns>
    public async Task<Step?> BeginAsync(NpgsqlConnection connection, FactBatch batch, CancellationToken cancellationToken)
    {
        var affected = await AffectedFacts.FindAsync(connection, rollup.Family, batch, cancellationToken);
        if (affected.Length == 0)
        {
            return null;
        }

        var difference = new RollupDifference(rollup);
        await AddAsync(connection, affected, difference, sign: -1, cancellationToken);
        return new(affected, difference);
    }

    /// <summary>Adds what they contribute now and moves the rollups.</summary>
    /// <returns>The components that moved.</returns>
    public async Task<IEnumerable<MetricComponent>> FinishAsync(NpgsqlConnection connection, Step step, CancellationToken cancellationToken)
    {
        await AddAsync(connection, step.Affected, step.Difference, sign: 1, cancellationToken);
        var rows = step.Difference.ToRows();
        await _table.AddAsync(connection, rows, cancellationToken);
        return rollup.Components.Where((_, index) => rows.Exists(row => row.Value.Values[index] != 0));
    }

    private async Task AddAsync(NpgsqlConnection connection, FactKey[] affected, RollupDifference difference, int sign, CancellationToken cancellationToken)
    {
        foreach (var query in _queries)
        {
            await query.AddAsync(connection, affected, difference, sign, cancellationToken);
        }
    }

    /// <summary>The facts that a batch affects and by how much they move the rollups so far.</summary>
    public sealed record Step(FactKey[] Affected, RollupDifference Difference);
}
