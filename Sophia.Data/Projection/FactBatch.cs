using Npgsql;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>What one batch of the log says of each kind of fact. Kinds that it says nothing of cost nothing.</summary>
internal sealed class FactBatch
{
    private static readonly IFactTable[] s_tables =
    [
        new DealStageTable(), new AccountTable(), new DealTable(), new CallTable(), new CallTranscriptTable(), new SystemUserTable(),
        new EmployeeTable(), new SurveyResponseTable(),
    ];

    // One per table that the batch touches.
    private readonly List<(IFactTable Table, object Merge)> _merges = [];

    private FactBatch()
    {
    }

    /// <summary>The tables of facts and of what they were before.</summary>
    public static IEnumerable<string> Tables => s_tables.SelectMany(static table => new[] { table.Name, $"{table.Name}_history" });

    /// <summary>Merges a batch with what the tables hold; nothing is written.</summary>
    public static async Task<FactBatch> MergeAsync(NpgsqlConnection connection, IReadOnlyList<MappedFact> mapped, CancellationToken cancellationToken)
    {
        var batch = new FactBatch();
        foreach (var kind in mapped.GroupBy(static entry => entry.Fact.GetType()))
        {
            var table = Array.Find(s_tables, table => table.Fact == kind.Key)
                ?? throw new InvalidOperationException($"There is no table of {kind.Key.Name}.");
            batch._merges.Add((table, await table.MergeAsync(connection, [.. kind], cancellationToken)));
        }

        return batch;
    }

    /// <summary>The facts of a kind that are different now or have a new source version.</summary>
    public IEnumerable<FactChange<TFact>> Changes<TFact>()
        where TFact : Fact =>
        _merges.Select(static pair => pair.Merge).OfType<FactMerge<TFact>>().SelectMany(static merge => merge.Changes);

    /// <summary>Writes what changed.</summary>
    public async Task StoreAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (table, merge) in _merges)
        {
            await table.StoreAsync(connection, merge, cancellationToken);
        }
    }
}
