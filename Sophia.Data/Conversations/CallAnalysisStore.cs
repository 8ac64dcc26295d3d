using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Conversations;
using Sophia.Core.Facts;
using Sophia.Data.Projection;

namespace Sophia.Data.Conversations;

/// <summary>Keeps what the analysis of transcripts gave.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Tells when a call was analysed.</param>
public sealed class CallAnalysisStore(NpgsqlDataSource database, TimeProvider clock)
{
    // Sources that are still loading go first: findings may wait, figures may not.
    private const string Newest = """
        SELECT coalesce(greatest((SELECT max(recorded_from) FROM call), (SELECT max(recorded_from) FROM call_transcript)), now())
        WHERE NOT EXISTS (SELECT FROM source_status WHERE NOT history_loaded)
        """;

    // Found by their keys first: sorted with what they say, thousands of transcripts would be read for a few.
    private const string Pending = """
        WITH heard AS (
            SELECT connection, external_id FROM call_transcript WHERE recorded_from >= $3
            UNION
            SELECT connection, external_id FROM call WHERE recorded_from >= $3 AND $3 > '-infinity'
        ), pending AS MATERIALIZED (
            SELECT connection, external_id, transcript.recorded_from AS transcript_from, call.recorded_from AS call_from, call.started_at
            FROM heard
            JOIN call_transcript AS transcript USING (connection, external_id)
            JOIN call USING (connection, external_id)
            LEFT JOIN call_analysis AS analysis USING (connection, external_id)
            WHERE NOT transcript.is_removed AND NOT call.is_removed
              AND (analysis.analyzer_version, analysis.transcript_recorded_from, analysis.call_recorded_from)
                  IS DISTINCT FROM ($1::text, transcript.recorded_from, call.recorded_from)
            ORDER BY call.started_at DESC, external_id
            LIMIT $2
        )
        SELECT connection, external_id, call.parties, transcript.segments, pending.transcript_from, pending.call_from
        FROM pending
        JOIN call USING (connection, external_id)
        JOIN call_transcript AS transcript USING (connection, external_id)
        ORDER BY pending.started_at DESC, external_id
        """;

    private const string Upsert = """
        INSERT INTO call_analysis
            (connection, external_id, analyzer_version, transcript_recorded_from, call_recorded_from, analysed_at,
             objections, competitors, has_pricing, has_next_step, findings)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        ON CONFLICT (connection, external_id) DO UPDATE SET
            analyzer_version = excluded.analyzer_version,
            transcript_recorded_from = excluded.transcript_recorded_from,
            call_recorded_from = excluded.call_recorded_from,
            analysed_at = excluded.analysed_at,
            objections = excluded.objections,
            competitors = excluded.competitors,
            has_pricing = excluded.has_pricing,
            has_next_step = excluded.has_next_step,
            findings = excluded.findings
        """;

    /// <summary>When the newest call or transcript was recorded, now where there is none, or null while a source still loads its history.</summary>
    public async Task<DateTimeOffset?> ReadNewestAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Newest);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? rows.GetFieldValue<DateTimeOffset>(0) : null;
    }

    /// <summary>Transcripts without findings of this version, those of the latest calls first.</summary>
    /// <param name="version">The analysis' version.</param>
    /// <param name="since">Only those that were recorded since then, or whose call was; all where null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<PendingAnalysis>> ReadPendingAsync(
        string version, DateTimeOffset? since, int limit, CancellationToken cancellationToken)
    {
        var pending = new List<PendingAnalysis>(limit);
        await using var command = database.CreateCommand(Pending);
        command.Parameters.Add(new() { Value = version });
        command.Parameters.Add(new() { Value = limit });
        command.Parameters.Add(new() { Value = since?.UtcDateTime ?? DateTime.MinValue, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            pending.Add(new(
                new FactKey(rows.GetString(0), rows.GetString(1)),
                JsonSerializer.Deserialize(rows.GetString(2), FactJson.Default.IReadOnlyListCallParty)!,
                JsonSerializer.Deserialize(rows.GetString(3), FactJson.Default.IReadOnlyListCallSegment)!,
                rows.GetFieldValue<DateTimeOffset>(4),
                rows.GetFieldValue<DateTimeOffset>(5)));
        }

        return pending;
    }

    /// <summary>Keeps findings in place of earlier ones.</summary>
    public async Task StoreAsync(
        IReadOnlyList<(PendingAnalysis Call, CallFindings Findings)> analysed, string version, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (call, findings) in analysed)
        {
            batch.BatchCommands.Add(new(Upsert)
            {
                Parameters =
                {
                    new() { Value = call.Key.Connection },
                    new() { Value = call.Key.ExternalId },
                    new() { Value = version },
                    new() { Value = call.TranscriptRecordedFrom, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = call.CallRecordedFrom, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = clock.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    new() { Value = SubjectsOf(findings, CallFindingKind.Objection) },
                    new() { Value = SubjectsOf(findings, CallFindingKind.Competitor) },
                    new() { Value = SubjectsOf(findings, CallFindingKind.Pricing).Length > 0 },
                    new() { Value = SubjectsOf(findings, CallFindingKind.NextStep).Length > 0 },
                    new() { Value = JsonSerializer.Serialize(findings, ConversationsJson.Default.CallFindings), NpgsqlDbType = NpgsqlDbType.Jsonb },
                },
            });
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string[] SubjectsOf(CallFindings findings, CallFindingKind kind) =>
        [.. findings.Findings.Where(finding => finding.Kind == kind).Select(static finding => finding.Subject).Distinct(StringComparer.Ordinal)];
}
