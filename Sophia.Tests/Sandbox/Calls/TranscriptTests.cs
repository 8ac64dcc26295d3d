using Microsoft.Extensions.Options;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Sandbox;
using Sophia.Sandbox.Calls;
using Sophia.Sandbox.Seeding;

namespace Sophia.Tests.Sandbox.Calls;

public sealed class TranscriptTests
{
    private static readonly SandboxOptions s_options = new() { Deals = 2_000, Companies = 400, Calls = 1_500, Transcripts = 240 };
    private static readonly SeededCompany s_company = CompanySeeder.Seed(s_options, new DateOnly(2026, 11, 22));
    private static readonly CallPeople s_people = new(s_company, Options.Create(s_options));
    private static readonly CallDetails s_details = new(s_people, Options.Create(s_options));
    private static readonly List<Call> s_calls = CallSeeder.Seed(s_options, s_company, s_people);
    private static readonly List<Call> s_written = [.. s_calls.Where(call => call.HasTranscript)];

    [Fact]
    public void As_many_calls_are_written_down_as_asked_and_none_among_colleagues()
    {
        Assert.Equal((1_500, 240), (s_calls.Count, s_written.Count));
        Assert.All(s_written, call => Assert.False(call.IsInternal));
        Assert.InRange(s_calls.Count(call => call.IsInternal), 240, 360);
        Assert.Equal(s_calls.Count, s_calls.Select(call => call.Id).Distinct().Count());
        Assert.All(s_calls.Where(call => !call.IsInternal), call => Assert.Contains(s_company.Deals, deal => deal.Id == call.DealId && deal.CompanyId == call.CompanyId));
    }

    [Fact]
    public void A_call_is_written_down_the_same_each_time() =>
        Assert.All(s_written.Take(20), call => Assert.Equal(Text(call), Text(call)));

    [Fact]
    public void No_two_calls_say_the_same()
    {
        HashSet<string>[] said =
        [
            .. s_written.Select(call => s_details.TranscriptOf(call)!.SelectMany(monologue => monologue.Sentences)
                .Select(sentence => sentence.Text).Where(text => text.Split(' ').Length > 6).ToHashSet(StringComparer.Ordinal)),
        ];

        var shared = 0.0;
        for (var left = 0; left < said.Length; left++)
        {
            for (var right = left + 1; right < said.Length; right++)
            {
                shared = Math.Max(shared, said[left].Count(said[right].Contains) / (double)Math.Min(said[left].Count, said[right].Count));
            }
        }

        Assert.InRange(shared, 0, 0.4);
    }

    [Fact]
    public void Every_transcript_is_a_whole_conversation()
    {
        foreach (var call in s_written)
        {
            var transcript = s_details.TranscriptOf(call)!;
            var people = s_details.PeopleOf(call);
            var sentences = transcript.SelectMany(monologue => monologue.Sentences).ToList();

            Assert.Equal(("Call Setup", "Next Steps"), (transcript[0].Topic, transcript[^1].Topic));
            Assert.All(sentences, sentence => Assert.Matches("^[^{}\\[\\]|]+[.?!]$", sentence.Text));
            Assert.All(sentences, sentence => Assert.True(sentence.Start >= 0 && sentence.End > sentence.Start && sentence.End <= call.DurationSeconds * 1_000L));
            Assert.InRange(transcript[^1].Sentences[^1].End, (call.DurationSeconds - 5) * 1_000L, call.DurationSeconds * 1_000L);
            Assert.Contains(transcript, monologue => people[monologue.Speaker].IsOurs);
            Assert.InRange(transcript.Count(monologue => !people[monologue.Speaker].IsOurs), 5, 500);
            // People speak two to three and a half words a second; whatever a call's length, they must not race.
            Assert.InRange(sentences.Sum(sentence => sentence.Text.Split(' ').Length) / (double)call.DurationSeconds, 1.2, 3.4);
        }
    }

    [Fact]
    public void The_weak_representatives_talk_too_much()
    {
        var weak = s_written.Where(call => s_people.IsWeak(call.HostId)).Select(TalkShare).ToList();
        var others = s_written.Where(call => !s_people.IsWeak(call.HostId)).Select(TalkShare).ToList();

        Assert.NotEmpty(weak);
        Assert.True(weak.Average() > others.Average() + 0.15, $"{weak.Average():0.00} against {others.Average():0.00}");
    }

    [Fact]
    public void Lost_deals_sound_different_from_won_ones()
    {
        var analyzer = new ConversationAnalyzer(SentimentModel.Shipped, Competitors.All);
        var won = s_written.Where(call => call.Mood == CallMood.Won).Take(30).Select(Analyze).ToList();
        var lost = s_written.Where(call => call.Mood == CallMood.Lost).Take(30).Select(Analyze).ToList();

        Assert.True(lost.Average(one => one.Objections.Count) > 2 * won.Average(one => one.Objections.Count));
        Assert.True(lost.Average(one => one.Competitors.Count) > won.Average(one => one.Competitors.Count));
        Assert.True(won.Average(one => one.NextSteps.Count(step => step.Due is not null)) > lost.Average(one => one.NextSteps.Count(step => step.Due is not null)));
        Assert.True(won.Average(one => one.Sentiment.Overall) > lost.Average(one => one.Sentiment.Overall));

        ConversationAnalysis Analyze(Call call)
        {
            var people = s_details.PeopleOf(call);
            return analyzer.Analyze(
            [
                .. s_details.TranscriptOf(call)!.Select(monologue => new TranscriptSegment(
                    $"{monologue.Speaker}", people[monologue.Speaker].IsOurs ? SpeakerSide.Ours : SpeakerSide.Theirs, string.Join(' ', monologue.Sentences.Select(sentence => sentence.Text)))),
            ]);
        }
    }

    [Fact]
    public void Styles_can_be_heard()
    {
        var rambling = Of(SellerStyle.Rambling);
        var concise = Of(SellerStyle.Concise);

        Assert.True(rambling.Average(WordsOfTurn) > 1.8 * concise.Average(WordsOfTurn));
        Assert.True(rambling.Average(Fillers) > 2 * concise.Average(Fillers));
        Assert.True(Of(SellerStyle.Pushy).Average(Interruptions) > 2 * Of(SellerStyle.Consultative).Average(Interruptions));

        List<Call> Of(SellerStyle style) => [.. s_written.Where(call => s_people.StyleOf(call.HostId) == style)];
        double WordsOfTurn(Call call) => Ours(call).Average(monologue => monologue.Sentences.Sum(sentence => sentence.Text.Split(' ').Length));
        double Fillers(Call call) => Ours(call).SelectMany(monologue => monologue.Sentences).Average(sentence => sentence.Text.StartsWith("Um,", StringComparison.Ordinal) || sentence.Text.StartsWith("Uh,", StringComparison.Ordinal) ? 1 : 0);
        double Interruptions(Call call)
        {
            var transcript = s_details.TranscriptOf(call)!;
            return transcript.Zip(transcript.Skip(1)).Count(pair => pair.Second.Speaker == 0 && pair.First.Speaker != 0 && pair.Second.Sentences[0].Start < pair.First.Sentences[^1].End);
        }
    }

    private static IEnumerable<Monologue> Ours(Call call) => s_details.TranscriptOf(call)!.Where(monologue => monologue.Speaker == 0);

    private static string Text(Call call) => string.Join('\n', s_details.TranscriptOf(call)!.SelectMany(monologue => monologue.Sentences).Select(sentence => $"{sentence.Start} {sentence.Text}"));

    private static double TalkShare(Call call)
    {
        var people = s_details.PeopleOf(call);
        var talked = s_details.ContentOf(call)!.TalkSeconds;
        return talked.Where((_, index) => people[index].IsOurs).Sum() / talked.Sum();
    }
}
