using Sophia.Core.Analytics.Conversations;

namespace Sophia.Tests.Core.Analytics.Conversations;

/// <summary>A short made-up call.</summary>
internal static class SalesCall
{
    public static IReadOnlyList<TranscriptSegment> Timed { get; } =
    [
        Say("Nadia", SpeakerSide.Ours, 0, 6, "Thanks for joining. How is the reporting project going?"),
        Say("Owen", SpeakerSide.Theirs, 8, 20, "Honestly, the reports are terrible. Our analysts waste two days every month on broken spreadsheets, and the spreadsheets never match."),
        Say("Nadia", SpeakerSide.Ours, 21, 22, "Mm-hmm."),
        Say("Owen", SpeakerSide.Theirs, 22, 30, "We looked at Contoso Insight last year, but your quote of $48,000 is too expensive for us."),
        Say("Nadia", SpeakerSide.Ours, 34, 60, "Um, I understand. The reporting module replaces the spreadsheets, and customers like you recover the cost within a quarter. The module is not too expensive for teams of your size, you know. I'll send you a revised quote by Friday."),
        Say("Owen", SpeakerSide.Theirs, 61, 70, "That would be great, I love the dashboards. Could you share the security documents as well? I need to check with our legal team."),
        Say("Nadia", SpeakerSide.Ours, 69, 74, "Sure. Let's schedule a demo for next week."),
    ];

    public static IReadOnlyList<TranscriptSegment> WithoutTimes { get; } = [.. Timed.Select(static segment => segment with { Start = null, End = null })];

    private static TranscriptSegment Say(string speaker, SpeakerSide side, int start, int end, string text) =>
        new(speaker, side, text, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end));
}
