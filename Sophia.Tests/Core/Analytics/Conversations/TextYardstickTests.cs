using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Core.Analytics.Conversations;

/// <summary>The promise on public sentences that the model was not trained on; the benchmark verb score-text has the whole of it.</summary>
public sealed class TextYardstickTests
{
    [Fact]
    public async Task Sentiment_of_unseen_sentences_agrees_with_people()
    {
        if (Repository.Shared is not { } shared)
        {
            Assert.Skip("Left out: the public data sets do not stand beside this checkout.");
            return;
        }

        var lines = await File.ReadAllLinesAsync(Path.Combine(shared, "datasets", "text", "sentences-dev.tsv"), TestContext.Current.CancellationToken);
        var sentences = lines.Skip(1).Select(static line => line.Split('\t')).Select(static cells => (Text: cells[3], Positive: cells[2] == "1")).ToArray();
        var model = SentimentTrainer.Train([.. sentences.Where(static (_, row) => row % 5 != 0).Select(static one => new LabelledText(one.Text, one.Positive ? 0.5 : -0.5))]);
        var unseen = sentences.Where(static (_, row) => row % 5 == 0).ToArray();

        var right = unseen.Count(one => model.Score(one.Text).Score >= 0.05 == one.Positive);

        Assert.True(right >= 0.82 * unseen.Length, $"{right} of {unseen.Length} are right.");
    }
}
