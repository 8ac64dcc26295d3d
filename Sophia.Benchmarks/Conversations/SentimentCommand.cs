using System.Text.Json;
using Sophia.Core.Analytics.Conversations.Sentiment;

namespace Sophia.Benchmarks.Conversations;

/// <summary>Scores every line of a file with the shipped model.</summary>
internal static class SentimentCommand
{
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var input, var output])
        {
            await Console.Error.WriteLineAsync("sentiment IN.jsonl OUT.jsonl");
            return 2;
        }

        await using var writer = new StreamWriter(output);
        await foreach (var line in JsonLines.ReadAsync(input, ConversationJson.Default.TextLine, cancellationToken))
        {
            var score = SentimentModel.Shipped.Score(line.Text);
            var scored = new SentimentLine(line.Id, score.Score, Name(score.Label));
            await writer.WriteLineAsync(JsonSerializer.Serialize(scored, ConversationJson.Default.SentimentLine));
        }

        return 0;
    }

    private static string Name(SentimentLabel label) => label switch
    {
        SentimentLabel.Negative => "negative",
        SentimentLabel.Neutral => "neutral",
        SentimentLabel.Positive => "positive",
    };
}
