using System.Text.Json;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.Gong.Facts;

/// <summary>A transcript of Gong.</summary>
internal static class TranscriptFact
{
    public static CallTranscript From(LoggedEvent logged, JsonElement source)
    {
        CallSegment[] segments = [.. SourceValue.Array(source, "transcript").Select(SegmentOf).OfType<CallSegment>()];
        var sentiment = SentimentCourse.Of(
            [.. segments.Select(static segment => new TranscriptSegment(segment.SpeakerId ?? "", SpeakerSide.Unknown, segment.Text))], SentimentModel.Shipped).Overall;
        return new CallTranscript
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            Segments = segments,
            Sentiment = sentiment is { } mean ? Math.Round((decimal)mean, 4) : null,
        };
    }

    private static CallSegment? SegmentOf(JsonElement monologue)
    {
        var sentences = SourceValue.Array(monologue, "sentences").ToArray();
        return sentences.Length == 0 || Milliseconds(sentences[0], "start") is not { } start || Milliseconds(sentences[^1], "end") is not { } end
            ? null
            : new CallSegment(
                SourceValue.Id(monologue, "speakerId"),
                start,
                end,
                string.Join(' ', sentences.Select(static sentence => SourceValue.Text(sentence, "text")).OfType<string>()),
                SourceValue.Text(monologue, "topic"));
    }

    private static long? Milliseconds(JsonElement sentence, string name) =>
        sentence.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
