using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;
using Sophia.Core.Telemetry;
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

    private static readonly string s_clear = $"""
        TRUNCATE {string.Join(", ", FactBatch.Tables.Concat(FamilyRollup.All.Select(static rollup => rollup.Table)))}, family_source;
        DELETE FROM reader_checkpoint WHERE reader = 'projector';
        UPDATE projection_state SET as_of = NULL;
        """;

    private readonly IFactMapping[] _mappings = [.. mappings];

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

            // One span for the whole batch: a history has thousands of events.
            using var span = ChangeTrace.ContinueAll("project", events.Select(static logged => logged.TraceParent));
            span?.SetTag("sophia.events", events.Count);
            try
            {
                if (await TryApplyAsync(checkpoint, events, cancellationToken))
                {
                    telemetry.Projected.Add(events.Count);
                    return events.Count;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                span.Fail(exception);
                throw;
            }
        }
    }

    /// <summary>
    /// Throws facts and rollups away and replays all that the log holds now. Until that is done figures are incomplete, and
    /// their freshness says so.
    /// </summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        var end = await log.FindEndAsync(cancellationToken);
        await using (var connection = await database.OpenConnectionAsync(cancellationToken))
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await using var command = new NpgsqlCommand(s_clear, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        const int BatchSize = 2000;
        while (await log.FindCheckpointAsync(ReaderName, cancellationToken) < end)
        {
            await ApplyNextAsync(BatchSize, cancellationToken);
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
            await Movement.RecordAsync(connection, moved, new(events.Min(static logged => logged.RecordedAt), clock.GetUtcNow()), cancellationToken);
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
    private static async Task<string[]> ApplyAsync(NpgsqlConnection connection, List<MappedFact> mapped, CancellationToken cancellationToken)
    {
        var batch = await FactBatch.MergeAsync(connection, mapped, cancellationToken);
        var steps = new List<(FamilyProjection Family, FamilyProjection.Step Step)>();
        foreach (var family in FamilyProjection.All)
        {
            if (await family.BeginAsync(connection, batch, cancellationToken) is { } step)
            {
                steps.Add((family, step));
            }
        }

        await batch.StoreAsync(connection, cancellationToken);
        await FamilySources.StoreAsync(connection, mapped, cancellationToken);
        var moved = new HashSet<MetricComponent>();
        foreach (var (family, step) in steps)
        {
            moved.UnionWith(await family.FinishAsync(connection, step, cancellationToken));
        }

        return Movement.MetricsOf(moved, await MovedMembers.FindAsync(connection, batch, cancellationToken));
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
