namespace Sophia.LocalHost.Servers;

/// <summary>A server's programs are not on this machine and could not be installed.</summary>
public sealed class ServerMissingException : Exception
{
    private const string Ways = """
        Ways out:
          - give the address of one that runs elsewhere: ConnectionStrings__sophiadb, ConnectionStrings__cache, ConnectionStrings__bus
          - install it: apt-get install postgresql redis-server rabbitmq-server (as root this happens by itself on Debian and Ubuntu)
          - with a container engine: run with -p:UseAspire=true, where .NET Aspire's packages can be restored
        """;

    /// <summary>Creates the error; the ways out are added to the message.</summary>
    /// <param name="message">What is missing.</param>
    public ServerMissingException(string message)
        : base($"{message}\n{Ways}")
    {
    }

    /// <summary>Creates the error; the ways out are added to the message.</summary>
    /// <param name="message">What is missing.</param>
    /// <param name="innerException">Why it could not be had.</param>
    public ServerMissingException(string message, Exception innerException)
        : base($"{message}\n{Ways}", innerException)
    {
    }

    /// <summary>Creates the error.</summary>
    public ServerMissingException()
        : this("A server is missing.")
    {
    }
}
