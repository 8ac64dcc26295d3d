namespace Sophia.Core.Analytics.Conversations;

/// <summary>What one person said without a break, as the recorder cut it.</summary>
/// <param name="Speaker">Who; the same text for the same person.</param>
/// <param name="Side">Whose side the person is on.</param>
/// <param name="Text">What was said; may be empty.</param>
/// <param name="Start">When it began, from the beginning of the call; null where the source has no times.</param>
/// <param name="End">When it ended; null where the source has no times.</param>
public sealed record TranscriptSegment(string Speaker, SpeakerSide Side, string Text, TimeSpan? Start = null, TimeSpan? End = null);
