namespace Sophia.LocalHost.Proxy;

/// <summary>Why bytes no longer pass between a client and a replica.</summary>
internal enum Ending
{
    /// <summary>The client has sent all it had to send, and may still read.</summary>
    ClientFinished,

    /// <summary>The client is gone.</summary>
    ClientLost,

    /// <summary>The replica has sent all it had to send.</summary>
    ReplicaFinished,

    /// <summary>The replica is gone.</summary>
    ReplicaLost,

    /// <summary>The replica stops, and the client's next request is for another one.</summary>
    ReplicaStops,

    /// <summary>Nobody waits for bytes any more.</summary>
    Over,
}
