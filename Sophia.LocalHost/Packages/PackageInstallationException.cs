namespace Sophia.LocalHost.Packages;

/// <summary>Packages are missing and could not be installed; the message says why and what to do.</summary>
public sealed class PackageInstallationException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is missing and why it could not be installed.</param>
    public PackageInstallationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error.</summary>
    /// <param name="message">What is missing and why it could not be installed.</param>
    /// <param name="innerException">What it was seen by.</param>
    public PackageInstallationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the error.</summary>
    public PackageInstallationException()
    {
    }
}
