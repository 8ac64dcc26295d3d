using System.Net;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Proxy;

/// <summary>Where one replica listens for one of its project's public ports.</summary>
/// <param name="replica">The replica's name on the board.</param>
/// <param name="board">Tells how the replica is.</param>
internal sealed class ProxyTarget(string replica, ResourceBoard board)
{
    private int _open;

    /// <summary>The replica.</summary>
    public string Replica => replica;

    /// <summary>The address of the process that runs now; every start has another.</summary>
    public IPEndPoint? Address { get; set; }

    /// <summary>Connections that it serves now.</summary>
    public int Open => Volatile.Read(ref _open);

    public TargetState State => board.Find(replica) switch
    {
        { IsReady: true } => TargetState.Ready,
        { State: ResourceState.Running } => TargetState.Running,
        { State: ResourceState.NotStarted or ResourceState.Exited } or null => TargetState.Away,
        _ => TargetState.Coming,
    };

    public void Enter() => Interlocked.Increment(ref _open);

    public void Leave() => Interlocked.Decrement(ref _open);
}
