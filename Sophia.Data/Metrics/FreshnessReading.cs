using Npgsql;
using Sophia.Core.Dashboard;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Judges how far figures can be relied on.</summary>
internal static class FreshnessReading
{
    // A history counts as loaded once the projector, too, has passed its last entry; a rebuild takes that back until it is done.
    public const string Sql = """
        SELECT connection, last_success_at, error, loaded, total,
               history_loaded AND NOT EXISTS (
                   SELECT FROM event_log
                   WHERE event_log.transaction_id < history_before
                     AND (event_log.transaction_id, event_log.position) > (
                         coalesce((SELECT transaction_id FROM reader_checkpoint WHERE reader = 'projector'), '0'),
                         coalesce((SELECT position FROM reader_checkpoint WHERE reader = 'projector'), 0))),
               ARRAY(SELECT family FROM family_source WHERE family_source.connection = source_status.connection ORDER BY family),
               is_brought
        FROM source_status
        ORDER BY connection
        """;

    /// <summary>Reads the result of <see cref="Sql"/>.</summary>
    /// <param name="rows">The result.</param>
    /// <param name="promised">How old the last look at a source may be.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Freshness> ReadAsync(NpgsqlDataReader rows, TimeSpan promised, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sources = new List<SourceFreshness>();
        while (await rows.ReadAsync(cancellationToken))
        {
            var checkedAt = rows.GetFieldValue<DateTimeOffset?>(1);
            var loaded = rows.GetInt64(3);
            sources.Add(new()
            {
                Source = rows.GetString(0),
                Status = Judge(checkedAt, loaded, rows.GetBoolean(5), rows.GetBoolean(7) ? TimeSpan.MaxValue : promised, now),
                CheckedAt = checkedAt,
                Error = rows.GetText(2),
                Loaded = loaded,
                Total = rows.GetFieldValue<long?>(4),
                Families = Array.ConvertAll(rows.GetFieldValue<string[]>(6), FamilyRollup.FamilyOf),
            });
        }

        return Freshness.Over(sources);
    }

    private static FreshnessStatus Judge(DateTimeOffset? checkedAt, long loaded, bool complete, TimeSpan promised, DateTimeOffset now) =>
        (checkedAt, complete) switch
        {
            (null, _) when loaded == 0 => FreshnessStatus.NoData,
            (null, _) or (_, false) => FreshnessStatus.Loading,
            ({ } at, true) => now - at > promised ? FreshnessStatus.Stale : FreshnessStatus.Fresh,
        };
}
