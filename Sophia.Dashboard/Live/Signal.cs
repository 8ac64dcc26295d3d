namespace Sophia.Dashboard.Live;

/// <summary>Tells whoever waits that something changed. Those who wait between two changes see one.</summary>
public sealed class Signal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next change; take it before reading what may change.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Says that something changed.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    // Those who wait go on in their own time, not in that of the one who raises.
    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
