using Microsoft.Extensions.Options;
using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Answers metric queries.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells which day it is, and how old the last look at a source is.</param>
/// <param name="organisation">The organisation's currency.</param>
public sealed class MetricReader(NpgsqlDataSource database, TimeProvider clock, IOptions<OrganisationOptions> organisation)
{
    private const string ReadState = "SELECT sequence, as_of FROM projection_state";

    // The transaction travels with the statements: begun and ended by itself it would cost a round trip more.
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    private const string Commit = "COMMIT";

    private const string ReadStageOrder = "SELECT label FROM deal_stage GROUP BY label ORDER BY min(display_order), label";

    private static readonly TimeSpan s_promisedFreshness = MetricCatalog.All.Min(static metric => metric.PromisedFreshness);

    /// <summary>
    /// The answer to <paramref name="query"/>: values, sequence, as-of and freshness from one consistent state of the database.
    /// </summary>
    public Task<DashboardMetrics> ReadAsync(MetricQuery query, CancellationToken cancellationToken) => ReadAsync(query, sources: null, cancellationToken);

    /// <summary>The same, for who knows how fresh the sources are.</summary>
    /// <param name="query">The query.</param>
    /// <param name="sources">How fresh they are; null reads it together with the figures.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DashboardMetrics> ReadAsync(MetricQuery query, Freshness? sources, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(Begin) } };
        return await ReadAsync(batch, query, sources, [new(Commit)], cancellationToken);
    }

    /// <summary>The answer from the state that the transaction of <paramref name="connection"/> sees.</summary>
    internal async Task<DashboardMetrics> ReadAsync(NpgsqlConnection connection, MetricQuery query, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        return await ReadAsync(batch, query, sources: null, [], cancellationToken);
    }

    private async Task<DashboardMetrics> ReadAsync(
        NpgsqlBatch batch, MetricQuery query, Freshness? sources, NpgsqlBatchCommand[] last, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var readings = MetricReading.For(query, DateOnly.FromDateTime(now.UtcDateTime));
        var counts = query.Metrics.Select(static metric => metric.People).OfType<MetricComponent>().Distinct().ToArray();
        NpgsqlBatchCommand[] freshness = sources is null ? [new(FreshnessReading.Sql)] : [];
        NpgsqlBatchCommand[] stages = query.GroupBy == Dimension.Stage ? [new(ReadStageOrder)] : [];
        var settings = readings.Any(static reading => reading.ReadsFacts) ? FactSql.PlanSettings() : [];
        foreach (var command in (NpgsqlBatchCommand[])
            [new(ReadState), .. freshness, .. stages, new(ReadFirstDays(readings)), .. counts.Select(PeopleCounts.ToCommand),
            .. settings, .. readings.SelectMany(static reading => reading.ToCommands()), .. last])
        {
            batch.BatchCommands.Add(command);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var sequence = rows.GetInt64(0);
        var asOf = rows.GetFieldValue<DateTimeOffset?>(1);
        if (sources is null)
        {
            await rows.NextResultAsync(cancellationToken);
            sources = await FreshnessReading.ReadAsync(rows, query.Metrics.Min(static metric => metric.PromisedFreshness), now, cancellationToken);
        }

        var known = await ReadKnownAsync(rows, stages.Length > 0, counts, cancellationToken);
        var results = new Dictionary<string, MetricResult>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            foreach (var result in await reading.ReadAsync(rows, known, organisation.Value.Currency, cancellationToken))
            {
                results[result.Metric] = result;
            }
        }

        ComparedRange[] compared = [.. query.ComparedRanges];
        return new DashboardMetrics
        {
            From = query.Range.From,
            To = query.Range.To,
            Granularity = query.Granularity,
            Compare = compared is [var first, ..] ? first.Compare : Comparison.None,
            ComparedFrom = compared.FirstOrDefault()?.From,
            ComparedTo = compared.FirstOrDefault()?.To,
            Comparisons = compared,
            Filters = query.Filters,
            GroupBy = query.GroupBy,
            AsOf = asOf,
            Sequence = sequence,
            Freshness = sources,
            Metrics = [.. query.Metrics.Select(metric => results[metric.Key])],
        }.Under(sources);
    }

    /// <summary>The number of the last movement of any metric; 0 before the first.</summary>
    public async Task<long> ReadSequenceAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT sequence FROM projection_state");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The keys of the metrics that moved after the movement numbered <paramref name="sequence"/>.</summary>
    public async Task<IReadOnlyList<string>> ReadMovedSinceAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT metric FROM metric_movement WHERE sequence > $1 ORDER BY metric");
        command.Parameters.Add(new() { Value = sequence });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadTextsAsync(rows, cancellationToken);
    }

    /// <summary>How far all figures can be relied on now.</summary>
    public async Task<Freshness> ReadFreshnessAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(FreshnessReading.Sql);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await FreshnessReading.ReadAsync(rows, s_promisedFreshness, clock.GetUtcNow(), cancellationToken);
    }

    private static string ReadFirstDays(IEnumerable<MetricReading> readings) => string.Join(
        " UNION ALL ",
        readings.SelectMany(static reading => reading.Families).Distinct().Select(FamilyRollup.Of).Select(static rollup =>
            $"SELECT '{FamilyRollup.NameOf(rollup.Family)}', min(start) FROM {rollup.Table} WHERE dimension = 'total' AND grain = 'day'"));

    private static async Task<MetricReading.Known> ReadKnownAsync(
        NpgsqlDataReader rows, bool ofStages, MetricComponent[] counts, CancellationToken cancellationToken)
    {
        List<string> stageOrder = [];
        if (ofStages)
        {
            await rows.NextResultAsync(cancellationToken);
            stageOrder = await ReadTextsAsync(rows, cancellationToken);
        }

        await rows.NextResultAsync(cancellationToken);
        var firstDays = await ReadFirstDaysAsync(rows, cancellationToken);
        var smallGroups = new Dictionary<MetricComponent, SmallGroups>();
        foreach (var people in counts)
        {
            await rows.NextResultAsync(cancellationToken);
            smallGroups[people] = SmallGroups.Of(people, await PeopleCounts.ReadAsync(rows, cancellationToken));
        }

        return new(stageOrder, firstDays, smallGroups);
    }

    private static async Task<Dictionary<FactFamily, DateOnly>> ReadFirstDaysAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var days = new Dictionary<FactFamily, DateOnly>();
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.GetFieldValue<DateOnly?>(1) is { } day)
            {
                days[FamilyRollup.FamilyOf(rows.GetString(0))] = day;
            }
        }

        return days;
    }

    private static async Task<List<string>> ReadTextsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
