using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Tests.Core.Analytics.Conversations;

public sealed class SentimentTests
{
    [Theory]
    [InlineData("The service is excellent.", SentimentLabel.Positive)]
    [InlineData("We are really happy with the new dashboard.", SentimentLabel.Positive)]
    [InlineData("This is not good at all.", SentimentLabel.Negative)]
    [InlineData("The support team was rude and the product is useless.", SentimentLabel.Negative)]
    [InlineData("It never works and I want a refund.", SentimentLabel.Negative)]
    public void Plain_sentences_are_on_the_side_where_people_put_them(string text, SentimentLabel label) =>
        Assert.Equal(label, SentimentModel.Shipped.Score(text).Label);

    [Theory]
    [InlineData("good", "very good")]
    [InlineData("very bad", "bad")]
    [InlineData("not good", "good")]
    [InlineData("bad", "not bad")]
    [InlineData("slightly good", "good")]
    [InlineData("good", "GOOD deal, superb")]
    [InlineData("The start was good but the end was terrible", "The start was terrible but the end was good")]
    public void The_rules_order_texts_as_people_do(string lower, string higher) => Assert.True(Compound(lower) < Compound(higher), $"{lower} should score below {higher}.");

    [Theory]
    [InlineData("delights", 1)]
    [InlineData("disappointingly", -1)]
    [InlineData("soooo goooood", 1)]
    [InlineData("a waste of money", -1)]
    [InlineData("table", 0)]
    public void Inflections_stretched_words_and_phrases_are_found(string text, int sign) => Assert.Equal(sign, Math.Sign(Compound(text)));

    [Fact]
    public void Nothing_said_scores_zero_and_is_neutral()
    {
        var score = SentimentModel.Shipped.Score(" . ");

        Assert.Equal((0.0, SentimentLabel.Neutral), (score.Score, score.Label));
        Assert.Empty(score.Words);
    }

    [Fact]
    public void Training_learns_words_that_the_list_does_not_have_and_a_written_model_answers_alike()
    {
        var texts = Enumerable.Range(0, 40).Select(static at => at % 2 == 0
            ? new LabelledText($"the glorbex arrived on day {at}", 0.8)
            : new LabelledText($"the wumpet arrived on day {at}", -0.8)).ToArray();

        var model = SentimentTrainer.Train(texts);
        var read = SentimentModel.Read(model.Write());

        Assert.Equal(SentimentLabel.Positive, model.Score("a glorbex").Label);
        Assert.Equal(SentimentLabel.Negative, model.Score("a wumpet").Label);
        Assert.Equal(model.Score("the wumpet arrived").Score, read.Score("the wumpet arrived").Score, 3);
        Assert.Throws<ArgumentException>(() => SentimentTrainer.Train(texts[..19]));
    }

    private static double Compound(string text) => LexiconReading.Of(Tokenizer.Split(text)).Compound;
}
