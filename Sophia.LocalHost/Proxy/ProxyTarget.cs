using System.Net;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Proxy;

/// <summary>Where one replica listens for one of its project's public ports.</summary>
/// <param name="replica">The replica's name on the board.</param>
/// <param name="board">Tells how the replica is.</param>
internal sealed class ProxyTarget(string replica, ResourceBoard board)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _unasked;
    private int _open;
    private int _requests;

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

    /// <summary>A request for it is under way.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _requests++;
        }
    }

    /// <summary>A request has its whole answer, or will have none.</summary>
    public void End()
    {
        lock (_gate)
        {
            _requests--;
            if (_requests == 0)
            {
                _unasked?.TrySetResult();
            }
        }
    }

    /// <summary>Done once no request for it is under way. One that stops gets no new ones.</summary>
    public Task UnaskedAsync()
    {
        lock (_gate)
        {
            return _requests == 0 ? Task.CompletedTask : (_unasked = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
