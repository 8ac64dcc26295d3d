namespace Sophia.Core.Facts;

/// <summary>A stretch of a call in which one person speaks.</summary>
/// <param name="SpeakerId">The <see cref="CallParty.SpeakerId"/>, or null where the source does not know who speaks.</param>
/// <param name="StartMilliseconds">Begin, in milliseconds from the call's.</param>
/// <param name="EndMilliseconds">End, in milliseconds from the call's.</param>
/// <param name="Text">What is said.</param>
/// <param name="Topic">What the source says it is about, or null.</param>
public sealed record CallSegment(string? SpeakerId, long StartMilliseconds, long EndMilliseconds, string Text, string? Topic);
