namespace Sophia.Core.Analytics.Conversations;

/// <summary>Whose side a speaker is on.</summary>
public enum SpeakerSide
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>A colleague.</summary>
    Ours,

    /// <summary>The customer.</summary>
    Theirs,
}
