using Npgsql;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Facts;
using Sophia.Data.Projection;

namespace Sophia.Data.Predictions;

/// <summary>The deals as predictions read them.</summary>
/// <param name="database">The database.</param>
public sealed class SalesFacts(NpgsqlDataSource database)
{
    private const string ChangedDeals = "SELECT connection, external_id FROM deal WHERE recorded_from > $1";

    private readonly AccountTable _accounts = new();
    private readonly DealStageTable _stages = new();
    private readonly DealTable _deals = new();

    /// <summary>Every deal's course up to <paramref name="asOf"/>; about 1 kB of memory per deal.</summary>
    public async Task<SalesHistory> ReadHistoryAsync(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return SalesHistory.Read(
            await ReadAllAsync(_deals, connection, cancellationToken),
            await ReadAllAsync(_stages, connection, cancellationToken),
            await ReadAllAsync(_accounts, connection, cancellationToken),
            asOf);
    }

    /// <summary>The deals that Sophia heard something new of after a moment, as they stand at <paramref name="asOf"/>, and the keys of those of them that their source has removed.</summary>
    public async Task<(SalesHistory History, IReadOnlyList<FactKey> Removed)> ReadChangedAsync(
        DateTimeOffset after, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var deals = await _deals.ReadAsync(connection, await ReadKeysAsync(connection, after, cancellationToken), cancellationToken);
        var accounts = await _accounts.ReadAsync(
            connection,
            [.. deals.Values.Where(static deal => deal.Fact.AccountId is not null).Select(static deal => deal.Fact.Key with { ExternalId = deal.Fact.AccountId! }).Distinct()],
            cancellationToken);
        var history = SalesHistory.Read(
            deals.Values.Select(static deal => deal.Fact),
            await ReadAllAsync(_stages, connection, cancellationToken),
            accounts.Values.Select(static account => account.Fact),
            asOf);
        return (history, [.. deals.Values.Where(static deal => deal.Fact.IsRemoved).Select(static deal => deal.Fact.Key)]);
    }

    private static async Task<FactKey[]> ReadKeysAsync(NpgsqlConnection connection, DateTimeOffset after, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ChangedDeals, connection);
        command.Parameters.Add(new() { Value = after });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        List<FactKey> keys = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            keys.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return [.. keys];
    }

    private static async Task<List<TFact>> ReadAllAsync<TFact>(FactTable<TFact> table, NpgsqlConnection connection, CancellationToken cancellationToken)
        where TFact : Fact
    {
        List<TFact> facts = [];
        await foreach (var version in table.ReadAllAsync(connection, cancellationToken))
        {
            facts.Add(version.Fact);
        }

        return facts;
    }
}
