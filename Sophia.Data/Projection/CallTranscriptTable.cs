using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Facts;

namespace Sophia.Data.Projection;

/// <summary>What was said in calls.</summary>
internal sealed class CallTranscriptTable() : FactTable<CallTranscript>("call_transcript", "segments, sentiment")
{
    protected override CallTranscript Normalize(CallTranscript fact) => fact with
    {
        Segments =
        [
            .. fact.Segments.Select(static segment => segment with
            {
                SpeakerId = PostgresValue.Text(segment.SpeakerId), Text = PostgresValue.Text(segment.Text)!, Topic = PostgresValue.Text(segment.Topic),
            }),
        ],
    };

    protected override bool SameContent(CallTranscript left, CallTranscript right) =>
        left == right with { SourceVersion = left.SourceVersion, Segments = left.Segments } && left.Segments.SequenceEqual(right.Segments);

    protected override CallTranscript Read(NpgsqlDataReader row, FactKey key, long sourceVersion, bool isRemoved, int column) => new()
    {
        Key = key,
        SourceVersion = sourceVersion,
        IsRemoved = isRemoved,
        Segments = JsonSerializer.Deserialize(row.GetString(column), FactJson.Default.IReadOnlyListCallSegment)!,
        Sentiment = row.GetFieldValue<decimal?>(column + 1),
    };

    protected override async Task WriteAsync(NpgsqlBinaryImporter row, CallTranscript fact, CancellationToken cancellationToken)
    {
        await row.WriteAsync(JsonSerializer.Serialize(fact.Segments, FactJson.Default.IReadOnlyListCallSegment), NpgsqlDbType.Jsonb, cancellationToken);
        await WriteAsync(row, fact.Sentiment, NpgsqlDbType.Numeric, cancellationToken);
    }
}
