namespace Sophia.LocalHost.Servers;

/// <summary>A server that this host can run.</summary>
public enum ServerKind
{
    /// <summary>The store of record.</summary>
    Postgres,

    /// <summary>The cache.</summary>
    Redis,

    /// <summary>The message bus.</summary>
    RabbitMQ,
}
