using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>The calls with who took part and what they were about.</summary>
internal sealed class CallTable() : FactTable<Call>(
    "call",
    "title, started_at, duration_seconds, direction, is_internal, owner_id, deal_ids, account_id, parties, our_talk_seconds, their_talk_seconds, topic_names, topic_seconds")
{
    protected override Call Normalize(Call fact) => fact with
    {
        Title = PostgresValue.Text(fact.Title),
        StartedAt = PostgresValue.Time(fact.StartedAt),
        OwnerId = PostgresValue.Text(fact.OwnerId),
        DealIds = [.. fact.DealIds.Select(static id => PostgresValue.Text(id)!)],
        AccountId = PostgresValue.Text(fact.AccountId),
        Parties =
        [
            .. fact.Parties.Select(static party => new CallParty(
                PostgresValue.Text(party.SpeakerId), PostgresValue.Text(party.UserId), PostgresValue.Text(party.Name), party.Side)),
        ],
        Topics = [.. fact.Topics.Select(static topic => new CallTopic(PostgresValue.Text(topic.Name)!, topic.DurationSeconds))],
    };

    protected override bool SameContent(Call left, Call right) =>
        left == right with { SourceVersion = left.SourceVersion, DealIds = left.DealIds, Parties = left.Parties, Topics = left.Topics }
        && left.DealIds.SequenceEqual(right.DealIds, StringComparer.Ordinal)
        && left.Parties.SequenceEqual(right.Parties)
        && left.Topics.SequenceEqual(right.Topics);

    protected override Call Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Title = row.GetText(column),
        StartedAt = row.GetFieldValue<DateTimeOffset>(column + 1),
        DurationSeconds = row.GetInt64(column + 2),
        Direction = DirectionOf(row.GetString(column + 3)),
        IsInternal = row.GetFieldValue<bool?>(column + 4),
        OwnerId = row.GetText(column + 5),
        DealIds = row.GetFieldValue<string[]>(column + 6),
        AccountId = row.GetText(column + 7),
        Parties = JsonSerializer.Deserialize(row.GetString(column + 8), FactJson.Default.IReadOnlyListCallParty)!,
        OurTalkSeconds = row.GetFieldValue<decimal?>(column + 9),
        TheirTalkSeconds = row.GetFieldValue<decimal?>(column + 10),
        Topics =
        [
            .. row.GetFieldValue<string[]>(column + 11)
                .Zip(row.GetFieldValue<decimal[]>(column + 12), static (name, seconds) => new CallTopic(name, seconds)),
        ],
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, Call fact, CancellationToken cancellationToken)
    {
        await WriteAsync(row, fact.Title, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.StartedAt, NpgsqlDbType.TimestampTz, cancellationToken);
        await row.WriteAsync(fact.DurationSeconds, NpgsqlDbType.Bigint, cancellationToken);
        await row.WriteAsync(NameOf(fact.Direction), NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.IsInternal, NpgsqlDbType.Boolean, cancellationToken);
        await WriteAsync(row, fact.OwnerId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.DealIds.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await WriteAsync(row, fact.AccountId, NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(JsonSerializer.Serialize(fact.Parties, FactJson.Default.IReadOnlyListCallParty), NpgsqlDbType.Jsonb, cancellationToken);
        await WriteAsync(row, fact.OurTalkSeconds, NpgsqlDbType.Numeric, cancellationToken);
        await WriteAsync(row, fact.TheirTalkSeconds, NpgsqlDbType.Numeric, cancellationToken);
        await row.WriteAsync(fact.Topics.Select(static topic => topic.Name).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        await row.WriteAsync(fact.Topics.Select(static topic => topic.DurationSeconds).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Numeric, cancellationToken);
    }

    private static string NameOf(CallDirection direction) => direction switch
    {
        CallDirection.Unknown => "unknown",
        CallDirection.Inbound => "inbound",
        CallDirection.Outbound => "outbound",
        CallDirection.Conference => "conference",
    };

    private static CallDirection DirectionOf(string name) => name switch
    {
        "inbound" => CallDirection.Inbound,
        "outbound" => CallDirection.Outbound,
        "conference" => CallDirection.Conference,
        _ => CallDirection.Unknown,
    };
}
