using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Conversations;
using Sophia.Core.Facts;

namespace Sophia.Tests.Core.Conversations;

public sealed class CallAnalysisTests
{
    private static readonly CallParty[] s_people = [new("1", "u1", "Ann", SpeakerSide.Ours), new("2", null, "Bob", SpeakerSide.Theirs)];

    private static readonly CallSegment[] s_said =
    [
        new("1", 0, 4_000, "How do you handle reporting today?", "Discovery"),
        new("2", 5_000, 12_000, "It's too expensive for us. Quantrix costs half of it.", "Pricing"),
        new("1", 13_000, 20_000, "I'll send you the proposal by Friday.", "Next Steps"),
    ];

    [Fact]
    public void Each_finding_names_what_it_is_who_said_it_and_the_sentence()
    {
        var findings = new CallAnalysis(["Quantrix"]).Analyze(s_people, s_said).Findings;

        Assert.Contains(new CallFinding(CallFindingKind.Objection, "price", null, SpeakerSide.Theirs, "2", 1, "It's too expensive for us."), findings);
        Assert.Contains(new CallFinding(CallFindingKind.Competitor, "Quantrix", null, SpeakerSide.Theirs, "2", 1, "Quantrix costs half of it."), findings);
        Assert.Contains(new CallFinding(CallFindingKind.NextStep, "commitment", "by friday", SpeakerSide.Ours, "1", 2, "I'll send you the proposal by Friday."), findings);
        Assert.Contains(findings, finding => finding is { Kind: CallFindingKind.Pricing, Segment: 1 });
    }

    [Fact]
    public void Questions_and_the_longest_stretch_are_told_by_side()
    {
        var analysis = new CallAnalysis([]).Analyze(s_people, s_said);

        Assert.Equal((1, 0), (analysis.OurQuestions, analysis.TheirQuestions));
        Assert.Equal(7, analysis.LongestMonologueSeconds);
    }

    [Fact]
    public void Other_competitors_make_another_version_and_the_same_ones_the_same()
    {
        Assert.Equal(new CallAnalysis(["A", "B"]).Version, new CallAnalysis(["A", "B"]).Version);
        Assert.NotEqual(new CallAnalysis(["A", "B"]).Version, new CallAnalysis(["A"]).Version, StringComparer.Ordinal);
    }

    [Fact]
    public void A_transcript_of_nothing_has_no_findings()
    {
        var analysis = new CallAnalysis(["Quantrix"]).Analyze([], []);

        Assert.Empty(analysis.Findings);
        Assert.Null(analysis.LongestMonologueSeconds);
        Assert.Null(analysis.Interactivity);
    }
}
