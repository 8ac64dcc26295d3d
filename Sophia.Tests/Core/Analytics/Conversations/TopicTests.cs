using Sophia.Core.Analytics.Conversations.Classification;
using Sophia.Core.Analytics.Conversations.Topics;

namespace Sophia.Tests.Core.Analytics.Conversations;

public sealed class TopicTests
{
    private static readonly ClassifiedText[] s_examples =
    [
        new("I forgot my password", "sign-in"), new("My password does not work", "sign-in"), new("I cannot sign in any more", "sign-in"), new("Reset my login please", "sign-in"),
        new("Where is my invoice for March?", "billing"), new("The invoice shows the wrong amount", "billing"), new("You charged my card twice", "billing"), new("I was billed twice", "billing"),
        new("The export is slow", "speed"), new("Loading the page takes minutes", "speed"), new("Reports load slowly", "speed"), new("It is slow today", "speed"),
    ];

    [Theory]
    [InlineData("password reset", "sign-in")]
    [InlineData("why are there two charges on this invoice", "billing")]
    [InlineData("everything loads so slowly", "speed")]
    [InlineData("pasword resett", "sign-in")]
    public void A_few_examples_are_enough_to_tell_topics_apart(string text, string topic)
    {
        var guess = TopicTrainer.Train(s_examples).Classify(text);

        Assert.Equal(topic, guess.Topic);
        Assert.True(guess.IsKnown);
        Assert.True(guess.Margin > 0);
    }

    [Fact]
    public void A_text_without_anything_known_says_so()
    {
        var guess = TopicTrainer.Train(s_examples).Classify("漢字");

        Assert.False(guess.IsKnown);
        Assert.Equal(0, guess.Margin);
    }

    [Fact]
    public void One_topic_is_nothing_to_choose_from() => Assert.Throws<ArgumentException>(() => TopicTrainer.Train(s_examples[..4]));

    [Fact]
    public void Key_terms_leave_small_talk_out_and_do_not_repeat_themselves()
    {
        string[] segments =
        [
            "Yeah, so, um, I think the data warehouse is the thing we should talk about.",
            "Okay. The data warehouse is slow, you know, and the nightly import fails.",
            "The nightly import fails because the data warehouse has no indexes.",
        ];

        var terms = KeyTermExtractor.Extract(segments);

        Assert.Equal("data warehouse", terms[0].Text);
        Assert.Contains("import", terms[1].Text, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], terms[0].Segments);
        Assert.Equal(3, terms[0].Count);
        var words = terms.SelectMany(static term => term.Text.Split(' ')).ToArray();
        Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain("think", words, StringComparer.Ordinal);
    }

    [Fact]
    public void There_are_no_terms_where_nothing_was_said() => Assert.Empty(KeyTermExtractor.Extract(["", "um, yeah", "okay"]));
}
