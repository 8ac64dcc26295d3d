using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Data.EventLog;

namespace Sophia.Data.Projection;

/// <summary>Turns the event log into facts and metric rollups. Each batch is one transaction with its checkpoint, so that nothing is lost and nothing counts twice.</summary>
/// <param name="database">The database.</param>
/// <param name="log">The event log.</param>
/// <param name="mappings">What the kinds of entries mean; entries of other kinds say nothing of the business.</param>
/// <param name="clock">Times the notices.</param>
/// <param name="telemetry">Counts what is applied.</param>
/// <param name="logger">Where content that no mapping understands is reported.</param>
public sealed partial class Projector(
    NpgsqlDataSource database, EventReader log, IEnumerable<IFactMapping> mappings, TimeProvider clock, DataTelemetry telemetry, ILogger<Projector> logger)
{
    internal const string ReaderName = "projector";

    private const string LockCheckpoint = "SELECT transaction_id, position FROM reader_checkpoint WHERE reader = $1 FOR UPDATE";
    private const string CreateCheckpoint = "INSERT INTO reader_checkpoint (reader, transaction_id, position) VALUES ($1, '0', 0) ON CONFLICT DO NOTHING";
    private const string MoveAsOf = "UPDATE projection_state SET as_of = greatest(as_of, $1)";

    private const string Clear = """
        TRUNCATE account, account_history, deal_stage, deal_stage_history, deal, deal_history, metric_rollup;
        DELETE FROM reader_checkpoint WHERE reader = 'projector';
        UPDATE projection_state SET as_of = NULL;
        """;

    private readonly IFactMapping[] _mappings = [.. mappings];
    private readonly AccountTable _accounts = new();
    private readonly DealStageTable _stages = new();
    private readonly DealTable _deals = new();

    /// <summary>
    /// Applies the next events of the log: facts by source version, rollups by difference, checkpoint, movement and notice, all in
    /// one transaction.
    /// </summary>
    /// <param name="batchSize">How many events at most.</param>
    /// <param name="cancellationToken">Gives up; nothing of the batch is stored then.</param>
    /// <returns>How many events were applied; 0 means that the projector has caught up.</returns>
    public async Task<int> ApplyNextAsync(int batchSize, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Read outside of the transaction: a transaction that writes holds the log's readers back, itself included.
            var checkpoint = await log.FindCheckpointAsync(ReaderName, cancellationToken);
            var events = await log.ReadAsync(checkpoint, kind: null, batchSize, cancellationToken);
            if (events.Count == 0)
            {
                return 0;
            }

            if (await TryApplyAsync(checkpoint, events, cancellationToken))
            {
                telemetry.Projected.Add(events.Count);
                return events.Count;
            }
        }
    }

    /// <summary>
    /// Throws facts and rollups away and replays the log. Until that is done figures are incomplete, and their freshness says so.
    /// </summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await using var command = new NpgsqlCommand(Clear, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        const int BatchSize = 2000;
        while (await ApplyNextAsync(BatchSize, cancellationToken) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // False where another projector was faster.
    private async Task<bool> TryApplyAsync(LogPosition checkpoint, IReadOnlyList<LoggedEvent> events, CancellationToken cancellationToken)
    {
        var mapped = Map(events);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await LockCheckpointAsync(connection, cancellationToken) != checkpoint)
        {
            return false;
        }

        var moved = await ApplyAsync(connection, mapped, cancellationToken);
        if (moved.Length > 0)
        {
            await Movement.RecordAsync(connection, moved, clock.GetUtcNow(), cancellationToken);
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new ReaderCheckpoint(ReaderName, events[^1].Position).ToCommand(),
                new(MoveAsOf) { Parameters = { new() { Value = events.Max(static logged => logged.RecordedAt), NpgsqlDbType = NpgsqlDbType.TimestampTz } } },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private List<MappedFact> Map(IReadOnlyList<LoggedEvent> events)
    {
        var mapped = new List<MappedFact>(events.Count);
        foreach (var logged in events)
        {
            try
            {
                if (Array.Find(_mappings, mapping => logged.Stream.Kind.StartsWith(mapping.KindPrefix, StringComparison.Ordinal)) is { } mapping)
                {
                    mapped.AddRange(mapping.Map(logged).Select(fact => new MappedFact(fact, logged.RecordedAt)));
                }
            }
            catch (Exception exception)
            {
                // One entry that cannot be read must not stop all figures. It stays in the log, and a rebuild with a better mapping takes it in.
                telemetry.Unmappable.Add(1);
                LogUnmappable(exception, logged.Stream.Kind, logged.Stream.ExternalId, logged.Position.Position);
            }
        }

        return mapped;
    }

    // The metrics that moved.
    private async Task<string[]> ApplyAsync(NpgsqlConnection connection, List<MappedFact> mapped, CancellationToken cancellationToken)
    {
        var stages = await _stages.MergeAsync(connection, mapped, cancellationToken);
        var accounts = await _accounts.MergeAsync(connection, mapped, cancellationToken);
        var deals = await _deals.MergeAsync(connection, mapped, cancellationToken);
        var affected = await AffectedDeals.FindAsync(connection, deals, accounts, stages, cancellationToken);

        var difference = new RollupDifference();
        await AddContributionsAsync(connection, affected, difference, sign: -1, cancellationToken);
        await _stages.StoreAsync(connection, stages, cancellationToken);
        await _accounts.StoreAsync(connection, accounts, cancellationToken);
        await _deals.StoreAsync(connection, deals, cancellationToken);
        await AddContributionsAsync(connection, affected, difference, sign: 1, cancellationToken);

        var rows = difference.ToRows();
        await RollupTable.AddAsync(connection, rows, cancellationToken);
        return Movement.MetricsOf(rows);
    }

    private static async Task AddContributionsAsync(
        NpgsqlConnection connection, FactKey[] deals, RollupDifference difference, int sign, CancellationToken cancellationToken)
    {
        if (deals.Length == 0)
        {
            return;
        }

        foreach (var query in ContributionQuery.All)
        {
            await query.AddAsync(connection, deals, difference, sign, cancellationToken);
        }
    }

    private static async Task<LogPosition> LockCheckpointAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(CreateCheckpoint) { Parameters = { new() { Value = ReaderName } } },
                new(LockCheckpoint) { Parameters = { new() { Value = ReaderName } } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        return new(rows.GetFieldValue<ulong>(0), rows.GetInt64(1));
    }

    [LoggerMessage(LogLevel.Error, "No mapping understands {Kind} {ExternalId} at log position {Position}; it is left out of facts and figures")]
    private partial void LogUnmappable(Exception exception, string kind, string externalId, long position);
}
