using System.Text.Json;
using Sophia.Core.Analytics.Conversations.Topics;

namespace Sophia.Benchmarks.Conversations;

/// <summary>Writes ten terms for every topic's turns.</summary>
internal static class TopicsCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var input, var output])
        {
            await Console.Error.WriteLineAsync("topics IN.jsonl OUT.jsonl");
            return 2;
        }

        await using var writer = new StreamWriter(output);
        await foreach (var meeting in JsonLines.ReadAsync(input, ConversationJson.Default.MeetingLine, cancellationToken))
        {
            string[][] terms = [.. meeting.Topics.Select(topic => Terms(meeting, topic))];
            await writer.WriteLineAsync(JsonSerializer.Serialize(new(meeting.Id, terms), ConversationJson.Default.TermsLine));
        }

        return 0;
    }

    /// <summary>The ten best terms of a topic.</summary>
    public static string[] Terms(MeetingLine meeting, TopicSpans topic) => [.. KeyTermExtractor.Extract(Turns(meeting, topic)).Select(static term => term.Text)];

    /// <summary>What was said within a topic's spans; a turn in two spans counts once.</summary>
    public static string[] Turns(MeetingLine meeting, TopicSpans topic) =>
    [
        .. topic.Spans.Where(static span => span.Length == 2)
            .SelectMany(span => Enumerable.Range(0, meeting.Turns.Length).Where(turn => turn >= span[0] && turn <= span[1]))
            .Distinct().Order().Select(turn => meeting.Turns[turn].ElementAtOrDefault(1) ?? ""),
    ];
}
