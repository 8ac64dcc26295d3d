using System.Data;
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

    private static readonly string s_readFirstDays = string.Join(" UNION ALL ", FamilyRollup.All.Select(static rollup =>
        $"SELECT '{FamilyRollup.NameOf(rollup.Family)}', min(start) FROM {rollup.Table} WHERE dimension = 'total' AND grain = 'day'"));

    private const string ReadStageOrder = "SELECT label FROM deal_stage GROUP BY label ORDER BY min(display_order), label";

    private static readonly TimeSpan s_promisedFreshness = MetricCatalog.All.Min(static metric => metric.PromisedFreshness);

    /// <summary>
    /// The answer to <paramref name="query"/>: values, sequence, as-of and freshness from one consistent state of the database.
    /// </summary>
    public async Task<DashboardMetrics> ReadAsync(MetricQuery query, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        return await ReadAsync(connection, query, cancellationToken);
    }

    /// <summary>The answer from the state that the transaction of <paramref name="connection"/> sees.</summary>
    internal async Task<DashboardMetrics> ReadAsync(NpgsqlConnection connection, MetricQuery query, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var readings = MetricReading.For(query, DateOnly.FromDateTime(now.UtcDateTime));
        var counts = query.Metrics.Select(static metric => metric.People).OfType<MetricComponent>().Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(ReadState), new(FreshnessReading.Sql), new(ReadStageOrder), new(s_readFirstDays) },
        };
        var settings = readings.Any(static reading => reading.ReadsFacts) ? FactSql.PlanSettings() : [];
        foreach (var command in counts.Select(PeopleCounts.ToCommand).Concat(settings).Concat(readings.SelectMany(static reading => reading.ToCommands())))
        {
            batch.BatchCommands.Add(command);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var sequence = rows.GetInt64(0);
        var asOf = rows.GetFieldValue<DateTimeOffset?>(1);
        await rows.NextResultAsync(cancellationToken);
        var freshness = await FreshnessReading.ReadAsync(rows, query.Metrics.Min(static metric => metric.PromisedFreshness), now, cancellationToken);
        var known = await ReadKnownAsync(rows, counts, cancellationToken);
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
            Freshness = freshness,
            Metrics = [.. query.Metrics.Select(metric => results[metric.Key])],
        }.Under(freshness);
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

    // From the result behind freshness on.
    private static async Task<MetricReading.Known> ReadKnownAsync(NpgsqlDataReader rows, MetricComponent[] counts, CancellationToken cancellationToken)
    {
        await rows.NextResultAsync(cancellationToken);
        var stageOrder = await ReadTextsAsync(rows, cancellationToken);
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
