using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Analytics.Conversations.Findings;
using Sophia.Core.Analytics.Conversations.Sentiment;

namespace Sophia.Tests.Core.Analytics.Conversations;

public sealed class ConversationAnalyzerTests
{
    private static readonly ConversationAnalyzer s_analyzer = new(SentimentModel.Shipped, ["Contoso Insight", "Fabrikam"]);
    private static readonly ConversationAnalysis s_call = s_analyzer.Analyze(SalesCall.Timed);

    [Fact]
    public void Talk_is_shared_out_by_time_and_signs_of_listening_take_no_turn()
    {
        Assert.Equal("Nadia, Owen", string.Join(", ", s_call.Speakers.Select(static speaker => speaker.Speaker)));
        Assert.Equal(38 / 67.0, s_call.TalkRatio!.Value, 6);
        Assert.Equal(1, s_call.Speakers.Sum(static speaker => speaker.Share)!.Value, 6);
        Assert.Equal(4, s_call.SpeakerChanges);
        Assert.Equal(4 / (74 / 60.0), s_call.Interactivity!.Value, 6);
        Assert.Equal((4, 4, TimeSpan.FromSeconds(26)), (s_call.LongestMonologue!.FirstSegment, s_call.LongestMonologue.LastSegment, s_call.LongestMonologue.Length!.Value));
        var owens = s_call.Speakers.Single(static speaker => speaker.Speaker == "Owen").LongestMonologue!;
        Assert.Equal((1, 3), (owens.FirstSegment, owens.LastSegment));
    }

    [Fact]
    public void Patience_is_the_pause_before_an_answer_and_an_overlap_is_an_interruption()
    {
        var nadia = s_call.Speakers.Single(static speaker => speaker.Speaker == "Nadia");

        Assert.Equal(TimeSpan.FromSeconds(2), nadia.Patience);
        Assert.Equal(1, nadia.Interruptions);
        Assert.Equal(2, nadia.Fillers);
        Assert.Equal("How is the reporting project going?", Assert.Single(nadia.Questions).Sentence);
    }

    [Fact]
    public void Without_times_shares_are_of_words_and_nothing_is_said_about_pauses()
    {
        var call = s_analyzer.Analyze(SalesCall.WithoutTimes);

        Assert.False(call.IsTimed);
        Assert.Null(call.Interactivity);
        Assert.All(call.Speakers, static speaker => Assert.Null(speaker.Patience));
        Assert.All(call.Speakers, static speaker => Assert.Null(speaker.Talked));
        Assert.Equal(call.Speakers.Sum(static speaker => speaker.Words), (int)Math.Round(call.Speakers[0].Words / call.Speakers[0].Share!.Value));
    }

    [Fact]
    public void Objections_are_the_customers_own_and_carry_the_sentence()
    {
        Assert.Equal(
            [(ObjectionKind.Price, 3), (ObjectionKind.Authority, 5)],
            s_call.Objections.Select(static objection => (objection.Kind, objection.Evidence.Segment)));
        Assert.Equal("We looked at Contoso Insight last year, but your quote of $48,000 is too expensive for us.", s_call.Objections[0].Evidence.Sentence);
    }

    [Theory]
    [InlineData("It's not too expensive at all.")]
    [InlineData("The price is what we had in mind.")]
    public void What_is_denied_is_no_objection(string text) =>
        Assert.Empty(s_analyzer.Analyze([new("Owen", SpeakerSide.Theirs, text)]).Objections);

    [Fact]
    public void Competitors_and_prices_are_found_where_they_were_named()
    {
        var competitor = Assert.Single(s_call.Competitors);
        Assert.Equal(("Contoso Insight", 3), (competitor.Text, competitor.Evidence.Segment));
        Assert.Contains(s_call.Pricing, static mention => mention.Evidence.Segment == 3 && mention.Text.Contains("$48,000", StringComparison.Ordinal));
        Assert.DoesNotContain(s_call.Pricing, static mention => mention.Evidence.Segment == 0);
    }

    [Fact]
    public void Next_steps_say_how_firm_they_are_and_by_when() =>
        Assert.Equal(
            [
                (NextStepKind.Commitment, SpeakerSide.Ours, "by friday", 4),
                (NextStepKind.Request, SpeakerSide.Theirs, null, 5),
                (NextStepKind.Proposal, SpeakerSide.Ours, "next week", 6),
            ],
            s_call.NextSteps.Select(static step => (step.Kind, step.Side, step.Due, step.Evidence.Segment)));

    [Fact]
    public void A_promise_not_to_act_is_no_next_step() =>
        Assert.Empty(s_analyzer.Analyze([new("Nadia", SpeakerSide.Ours, "I will not send anything before you ask.")]).NextSteps);

    [Fact]
    public void Sentiment_follows_the_call_from_complaint_to_interest()
    {
        var complaint = s_call.Sentiment.Segments.Single(static segment => segment.Segment == 1);
        var interest = s_call.Sentiment.Segments.Single(static segment => segment.Segment == 5);

        Assert.Equal(SentimentLabel.Negative, complaint.Sentiment.Label);
        Assert.Contains("terrible", complaint.Sentiment.Words, StringComparer.Ordinal);
        Assert.Equal(SentimentLabel.Positive, interest.Sentiment.Label);
        Assert.Equal(Enumerable.Range(0, 7), s_call.Sentiment.Stretches.SelectMany(static stretch => Enumerable.Range(stretch.FirstSegment, stretch.LastSegment - stretch.FirstSegment + 1)));
    }

    [Fact]
    public void Terms_and_summary_are_what_was_said()
    {
        Assert.Contains(s_call.Terms, static term => term.Text.Contains("spreadsheets", StringComparison.Ordinal) && term.Segments.Contains(1));
        Assert.InRange(s_call.Summary.Count, 3, 5);
        Assert.All(s_call.Summary, static sentence => Assert.Contains(sentence.Sentence, SalesCall.Timed[sentence.Segment].Text, StringComparison.Ordinal));
        Assert.Equal(s_call.Summary.Select(static sentence => sentence.Segment).Order(), s_call.Summary.Select(static sentence => sentence.Segment));
    }

    public static TheoryData<string> Odd => [.. new[] { "", "   ", "...", "?!?!", "12 345,6", "😀 🎉", new string('a', 100_000), "word " + new string('!', 5_000), "\n\n\t", "ÄÖÜ ß 漢字 العربية", "good \0 bad" }];

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_text_gives_numbers_or_nothing(string text)
    {
        var call = s_analyzer.Analyze([new("A", SpeakerSide.Ours, text), new("B", SpeakerSide.Theirs, text)]);

        Assert.All(call.Speakers, static speaker => Assert.True(speaker.Share is null or (>= 0 and <= 1)));
        Assert.True(call.TalkRatio is null or (>= 0 and <= 1));
        Assert.All(call.Sentiment.Stretches, static stretch => Assert.True(stretch.Score is null or (>= -1 and <= 1)));
        Assert.Empty(call.Objections);
        Assert.Empty(call.NextSteps);
    }

    [Fact]
    public void An_empty_transcript_has_no_findings_and_no_ratios()
    {
        var call = s_analyzer.Analyze([]);

        Assert.Empty(call.Speakers);
        Assert.Equal((null, null, null), (call.TalkRatio, call.Interactivity, call.LongestMonologue));
        Assert.Empty(call.Summary);
        Assert.Empty(call.Terms);
    }
}
