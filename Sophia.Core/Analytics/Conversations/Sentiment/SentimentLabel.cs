namespace Sophia.Core.Analytics.Conversations.Sentiment;

/// <summary>Which side a text is on.</summary>
public enum SentimentLabel
{
    /// <summary>The speaker is unhappy.</summary>
    Negative,

    /// <summary>Neither, or both in balance.</summary>
    Neutral,

    /// <summary>The speaker is content.</summary>
    Positive,
}
