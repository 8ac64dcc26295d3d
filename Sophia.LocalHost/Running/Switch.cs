namespace Sophia.LocalHost.Running;

/// <summary>Whether a resource is wanted, turned by people and by the host's end, obeyed by its supervisor.</summary>
#pragma warning disable CA1001 // A token source without a timer holds nothing that must be released.
internal sealed class Switch
#pragma warning restore CA1001
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _on = NewSignal();
    private TaskCompletionSource _off = NewSignal();
    private CancellationTokenSource _stop = new();

    public Switch() => _off.SetResult();

    /// <summary>How long the process may take to end.</summary>
    public TimeSpan Grace { get; private set; }

    public void TurnOn()
    {
        lock (_lock)
        {
            if (_off.Task.IsCompleted)
            {
                _off = NewSignal();
                _stop = new CancellationTokenSource();
                _on.TrySetResult();
            }
        }
    }

    /// <summary>Returns when the supervisor has reported the end.</summary>
    public async Task TurnOffAsync(TimeSpan grace)
    {
        Task off;
        CancellationTokenSource stop;
        lock (_lock)
        {
            Grace = grace;
            (off, stop) = (_off.Task, _stop);
        }

        await stop.CancelAsync();
        await off;
    }

    /// <summary>Waits until it is on.</summary>
    /// <returns>Is cancelled when it is turned off.</returns>
    public async Task<CancellationToken> WhenOnAsync(CancellationToken cancellationToken)
    {
        await _on.Task.WaitAsync(cancellationToken);
        lock (_lock)
        {
            return _stop.Token;
        }
    }

    public void ReportOff()
    {
        lock (_lock)
        {
            _on = NewSignal();
            _off.TrySetResult();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
