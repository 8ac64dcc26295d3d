using System.Security.Cryptography;
using System.Text;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Analytics.Conversations.Sentiment;
using Sophia.Core.Facts;

namespace Sophia.Core.Conversations;

/// <summary>Analyses a call's transcript. Pure: the same transcript, people and competitors give the same findings.</summary>
public sealed class CallAnalysis
{
    // Raised with every change that makes other findings of the same transcript.
    private const string Rules = "1";

    private readonly ConversationAnalyzer _analyzer;

    /// <param name="competitors">The names to look for.</param>
    public CallAnalysis(IReadOnlyList<string> competitors)
    {
        _analyzer = new ConversationAnalyzer(SentimentModel.Shipped, competitors);
        var named = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', competitors)));
        Version = $"{Rules}-{Convert.ToHexStringLower(named.AsSpan(0, 4))}";
    }

    /// <summary>Names the rules and the competitors: findings of another version are out of date.</summary>
    public string Version { get; }

    /// <summary>What a call holds.</summary>
    /// <param name="parties">Who took part.</param>
    /// <param name="segments">What was said, in order.</param>
    public CallFindings Analyze(IReadOnlyList<CallParty> parties, IReadOnlyList<CallSegment> segments)
    {
        var sides = parties.Where(static party => party.SpeakerId is not null)
            .DistinctBy(static party => party.SpeakerId, StringComparer.Ordinal).ToDictionary(static party => party.SpeakerId!, static party => party.Side, StringComparer.Ordinal);
        var analysis = _analyzer.Analyze(
        [
            .. segments.Select(segment => new TranscriptSegment(
                segment.SpeakerId ?? "",
                SideOf(segment.SpeakerId),
                segment.Text,
                TimeSpan.FromMilliseconds(segment.StartMilliseconds),
                TimeSpan.FromMilliseconds(segment.EndMilliseconds))),
        ]);
        return new CallFindings
        {
            Findings =
            [
                .. analysis.Objections.Select(one => Found(CallFindingKind.Objection, Name(one.Kind.ToString()), null, one.Evidence))
                    .Concat(analysis.Competitors.Select(one => Found(CallFindingKind.Competitor, one.Text, null, one.Evidence)))
                    .Concat(analysis.Pricing.Select(one => Found(CallFindingKind.Pricing, one.Text, null, one.Evidence)))
                    .Concat(analysis.NextSteps.Select(one => Found(CallFindingKind.NextStep, Name(one.Kind.ToString()), one.Due, one.Evidence)))
                    .OrderBy(static finding => finding.Segment),
            ],
            LongestMonologueSeconds = analysis.Speakers.Where(static speaker => speaker.Side == SpeakerSide.Ours)
                .Max(static speaker => speaker.LongestMonologue?.Length?.TotalSeconds),
            Interactivity = analysis.Interactivity is { } changes ? Math.Round(changes, 2) : null,
            OurQuestions = Questions(SpeakerSide.Ours),
            TheirQuestions = Questions(SpeakerSide.Theirs),
            Terms = [.. analysis.Terms.Select(static term => term.Text)],
            Summary = [.. analysis.Summary.Select(static evidence => evidence.Sentence)],
        };

        SpeakerSide SideOf(string? speakerId) => sides.GetValueOrDefault(speakerId ?? "");

        int Questions(SpeakerSide side) => analysis.Speakers.Where(speaker => speaker.Side == side).Sum(static speaker => speaker.Questions.Count);

        CallFinding Found(CallFindingKind kind, string subject, string? due, Evidence evidence) => new(
            kind, subject, due, SideOf(evidence.Speaker), evidence.Speaker.Length == 0 ? null : evidence.Speaker, evidence.Segment, evidence.Sentence);
    }

    // As enumerations travel: in camel case.
    private static string Name(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
