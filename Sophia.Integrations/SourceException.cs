namespace Sophia.Integrations;

/// <summary>A source system did not give what was asked.</summary>
public sealed class SourceException : Exception
{
    /// <summary>A failure with the source's own words.</summary>
    /// <param name="failure">What kind of failure it is.</param>
    /// <param name="message">What the source said.</param>
    /// <param name="innerException">What it was noticed by, if that was an exception.</param>
    public SourceException(SourceFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>What kind of failure it is.</summary>
    public SourceFailure Failure { get; }

    /// <summary>How long the source wants to be left alone, where it says so or where its limits are known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
