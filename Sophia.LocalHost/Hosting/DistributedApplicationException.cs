namespace Aspire.Hosting;

/// <summary>The application cannot run as described; the message says what to change.</summary>
public sealed class DistributedApplicationException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What it was seen by.</param>
    public DistributedApplicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the error.</summary>
    public DistributedApplicationException()
    {
    }
}
