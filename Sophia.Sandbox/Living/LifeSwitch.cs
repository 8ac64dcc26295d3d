using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Living;

/// <summary>Whether the company lives or stands still.</summary>
internal sealed class LifeSwitch(IOptions<SandboxOptions> options)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _thaw =
        options.Value.LivingInterval == TimeSpan.Zero ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;

    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _thaw is not null;
            }
        }
    }

    public void Freeze()
    {
        lock (_lock)
        {
            _thaw ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Thaw()
    {
        lock (_lock)
        {
            _thaw?.SetResult();
            _thaw = null;
        }
    }

    public Task WaitUntilThawedAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return _thaw?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask;
        }
    }
}
