using Sophia.Core.Analytics.Conversations.Text;

namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>Finds objections by cue phrases. Our own side never objects; a sentence gives at most one objection of a kind.</summary>
internal static class ObjectionFinder
{
    private static readonly (ObjectionKind Kind, CuePhrase[] Cues)[] s_cues =
    [
        .. TextResource.Lines("objections.txt").Select(static line => line.Split(": ", 2))
            .Select(static line => (Enum.Parse<ObjectionKind>(line[0]), line[1].Split(" | ").Select(static cue => new CuePhrase(cue)).ToArray())),
    ];

    public static IReadOnlyList<Objection> Find(IReadOnlyList<Spoken> sentences) =>
    [
        .. sentences.Where(static spoken => spoken.Side != SpeakerSide.Ours).SelectMany(static spoken => s_cues
            .Select(kind => (kind.Kind, Cue: Array.Find(kind.Cues, cue => cue.IsIn(spoken.Words))))
            .Where(static found => found.Cue is not null)
            .Select(found => new Objection(found.Kind, found.Cue!.Text, spoken.Evidence))),
    ];
}
