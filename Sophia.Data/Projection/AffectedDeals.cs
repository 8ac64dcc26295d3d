using Npgsql;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>Finds the deals whose contributions a batch may move.</summary>
internal static class AffectedDeals
{
    private const string OfAccounts = """
        SELECT deal.connection, deal.external_id
        FROM deal JOIN unnest($1, $2) AS changed (connection, account_id) USING (connection, account_id)
        """;

    // A changed stage is rare and touches most deals anyway, so this goes through them all.
    private const string OfStages = """
        SELECT DISTINCT deal.connection, deal.external_id
        FROM deal JOIN unnest($1, $2) AS changed (connection, stage_id)
            ON deal.connection = changed.connection AND (changed.stage_id = deal.stage_id OR changed.stage_id = ANY (deal.stage_ids))
        """;

    /// <summary>The deals that changed themselves and those whose account or stages changed in what metrics read of them.</summary>
    public static async Task<FactKey[]> FindAsync(
        NpgsqlConnection connection, FactMerge<Deal> deals, FactMerge<Account> accounts, FactMerge<DealStage> stages, CancellationToken cancellationToken)
    {
        var affected = deals.Changes.Select(static change => change.After.Fact.Key).ToHashSet();
        await AddAsync(connection, OfAccounts, accounts.Changes.Where(Moves).Select(static change => change.After.Fact.Key), affected, cancellationToken);
        await AddAsync(connection, OfStages, stages.Changes.Where(Moves).Select(static change => change.After.Fact.Key), affected, cancellationToken);
        return [.. affected];
    }

    private static bool Moves(FactChange<Account> change) =>
        change.Before is not { } before
        || (before.Fact.Region, before.Fact.Segment) != (change.After.Fact.Region, change.After.Fact.Segment);

    private static bool Moves(FactChange<DealStage> change) =>
        change.Before is not { } before || Meaning(before.Fact) != Meaning(change.After.Fact);

    private static (string Label, decimal Probability, bool IsClosed, bool IsWon) Meaning(DealStage stage) =>
        (stage.Label, stage.Probability, stage.IsClosed, stage.IsWon);

    private static async Task AddAsync(
        NpgsqlConnection connection, string sql, IEnumerable<FactKey> changed, HashSet<FactKey> affected, CancellationToken cancellationToken)
    {
        var keys = changed.ToArray();
        if (keys.Length == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.Connection) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(keys, static key => key.ExternalId) });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            affected.Add(new(rows.GetString(0), rows.GetString(1)));
        }
    }
}
