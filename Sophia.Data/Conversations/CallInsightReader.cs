using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Conversations;
using Sophia.Core.Facts;
using Sophia.Data.Projection;

namespace Sophia.Data.Conversations;

/// <summary>Reads calls with what was found in them.</summary>
/// <param name="database">The database.</param>
public sealed class CallInsightReader(NpgsqlDataSource database)
{
    private const string Columns = """
        call.external_id, call.title, call.started_at, call.duration_seconds, call.is_internal, call.direction, call.owner_id, call.parties, call.deal_ids,
        call.account_id, call.our_talk_seconds, call.their_talk_seconds, transcript.sentiment, call.topic_names, call.topic_seconds,
        transcript.external_id IS NOT NULL, analysis.findings
        """;

    private const string Source = """
        FROM call
        LEFT JOIN call_transcript AS transcript
          ON transcript.connection = call.connection AND transcript.external_id = call.external_id AND NOT transcript.is_removed
        LEFT JOIN call_analysis AS analysis
          ON analysis.connection = call.connection AND analysis.external_id = call.external_id AND transcript.external_id IS NOT NULL
        """;

    private const string List = $"""
        SELECT {Columns}
        {Source}
        WHERE {CallFilter.Sql} AND ($7::timestamptz IS NULL OR (call.started_at, call.external_id) < ($7, $8))
        ORDER BY call.started_at DESC, call.external_id DESC
        LIMIT $9
        """;

    private const string Find = $"""
        SELECT {Columns}, transcript.segments, analysis.analyzer_version
        {Source}
        WHERE NOT call.is_removed AND call.connection = $1 AND call.external_id = $2
        """;

    private const string Total = $"""
        SELECT count(*),
               count(*) FILTER (WHERE is_held),
               avg(duration_seconds) FILTER (WHERE is_held),
               sum(our_talk_seconds) FILTER (WHERE is_held)
                   / nullif(sum(our_talk_seconds + their_talk_seconds) FILTER (WHERE is_held), 0),
               avg(sentiment) FILTER (WHERE is_held),
               count(*) FILTER (WHERE is_transcribed),
               count(findings),
               count(*) FILTER (WHERE has_pricing),
               count(*) FILTER (WHERE has_next_step)
        FROM (SELECT call.duration_seconds, call.our_talk_seconds, call.their_talk_seconds, call.is_internal IS FALSE AS is_held, transcript.sentiment,
                     transcript.external_id IS NOT NULL AS is_transcribed, analysis.findings, analysis.has_pricing, analysis.has_next_step
              {Source}
              WHERE {CallFilter.Sql}) AS filtered
        """;

    // Bounded by the kinds of objections, the configured competitors and the source's own topics. Calls take few courses, so
    // that those of the same topics are counted before their topics are taken apart; what only transcripts can show is
    // looked for in those calls alone.
    private const string Counts = $"""
        SELECT 'topic' AS about, subject, sum(calls)::bigint AS calls
        FROM (SELECT call.topic_names, count(*) AS calls
              FROM call
              WHERE {CallFilter.Sql} AND call.is_internal IS FALSE
              GROUP BY call.topic_names) AS course
        CROSS JOIN LATERAL (SELECT DISTINCT unnest(topic_names) AS subject) AS topic
        GROUP BY subject
        UNION ALL
        SELECT found.about, found.subject, count(*)
        FROM call
        JOIN call_transcript AS transcript
          ON transcript.connection = call.connection AND transcript.external_id = call.external_id AND NOT transcript.is_removed
        JOIN call_analysis AS analysis ON analysis.connection = call.connection AND analysis.external_id = call.external_id
        CROSS JOIN LATERAL (
            SELECT 'objection' AS about, unnest(analysis.objections) AS subject
            UNION ALL SELECT 'competitor', unnest(analysis.competitors)) AS found
        WHERE {CallFilter.Sql}
        GROUP BY found.about, found.subject
        ORDER BY about, calls DESC, subject
        """;

    /// <summary>What the calls of a filter add up to, and a part of their list, from one consistent state.</summary>
    /// <param name="filter">Which calls.</param>
    /// <param name="after">The call behind which the part begins, or null for the latest.</param>
    /// <param name="limit">How many calls at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(CallInsightTotals Totals, IReadOnlyList<CallInsight> Calls, DateTimeOffset? AsOf)> ReadAsync(
        CallFilter filter, CallInsightKey? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("SELECT as_of FROM projection_state"));
        foreach (var sql in new[] { Total, Counts, List })
        {
            var command = new NpgsqlBatchCommand(sql);
            filter.AddTo(command.Parameters);
            batch.BatchCommands.Add(command);
        }

        var list = batch.BatchCommands[^1].Parameters;
        list.Add(new() { Value = (object?)after?.StartedAt.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        list.Add(new() { Value = (object?)after?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        list.Add(new() { Value = limit });

        await using var rows = await batch.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var asOf = rows.GetFieldValue<DateTimeOffset?>(0);
        await rows.NextResultAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        var totals = ReadTotals(rows);
        await rows.NextResultAsync(cancellationToken);
        var counts = await ReadCountsAsync(rows, cancellationToken);
        await rows.NextResultAsync(cancellationToken);
        var calls = new List<CallInsight>();
        while (await rows.ReadAsync(cancellationToken))
        {
            calls.Add(ReadCall(rows));
        }

        return (totals with { Objections = [.. counts["objection"]], Competitors = [.. counts["competitor"]], Topics = [.. counts["topic"]] }, calls, asOf);
    }

    /// <summary>A call with its transcript, or null where there is none of that id.</summary>
    public async Task<CallDetail?> FindAsync(string connection, string id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new CallDetail(
                ReadCall(row),
                row.GetText(17) is { } segments ? JsonSerializer.Deserialize(segments, FactJson.Default.IReadOnlyListCallSegment) : null,
                row.GetText(18))
            : null;
    }

    private static CallInsightTotals ReadTotals(NpgsqlDataReader row) => new()
    {
        Calls = row.GetInt64(0),
        CallsHeld = row.GetInt64(1),
        AverageSeconds = Rounded(row.GetFieldValue<decimal?>(2), 1),
        TalkRatio = Rounded(row.GetFieldValue<decimal?>(3), 4),
        Sentiment = Rounded(row.GetFieldValue<decimal?>(4), 4),
        Transcribed = row.GetInt64(5),
        Analysed = row.GetInt64(6),
        Objections = [],
        Competitors = [],
        PricingCalls = row.GetInt64(7),
        NextStepCalls = row.GetInt64(8),
        Topics = [],
    };

    private static async Task<ILookup<string, FindingCount>> ReadCountsAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var counts = new List<(string About, FindingCount Count)>();
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add((rows.GetString(0), new FindingCount(rows.GetString(1), rows.GetInt64(2))));
        }

        return counts.ToLookup(static one => one.About, static one => one.Count, StringComparer.Ordinal);
    }

    private static CallInsight ReadCall(NpgsqlDataReader row)
    {
        var (ours, theirs) = (row.GetFieldValue<decimal?>(10), row.GetFieldValue<decimal?>(11));
        return new CallInsight
        {
            Id = row.GetString(0),
            Title = row.GetText(1),
            StartedAt = row.GetFieldValue<DateTimeOffset>(2),
            DurationSeconds = row.GetInt64(3),
            Type = row.GetFieldValue<bool?>(4) switch
            {
                true => CallType.Internal,
                false => CallType.External,
                null => CallType.Unknown,
            },
            Direction = row.GetString(5),
            HostId = row.GetText(6),
            Participants =
            [
                .. JsonSerializer.Deserialize(row.GetString(7), FactJson.Default.IReadOnlyListCallParty)!
                    .Select(static party => new CallParticipant(party.UserId, party.Name, party.Side, party.SpeakerId)),
            ],
            DealIds = row.GetFieldValue<string[]>(8),
            AccountId = row.GetText(9),
            TalkRatio = ours + theirs > 0 ? Rounded(ours / (ours + theirs), 4) : null,
            Sentiment = row.GetFieldValue<decimal?>(12),
            Topics = [.. row.GetFieldValue<string[]>(13).Zip(row.GetFieldValue<decimal[]>(14), static (name, seconds) => new CallTopic(name, seconds))],
            HasTranscript = row.GetBoolean(15),
            Analysis = row.GetText(16) is { } findings ? JsonSerializer.Deserialize(findings, ConversationsJson.Default.CallFindings) : null,
        };
    }

    private static decimal? Rounded(decimal? value, int decimals) => value is { } known ? Math.Round(known, decimals) : null;
}
