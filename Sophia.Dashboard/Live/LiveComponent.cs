using Microsoft.AspNetCore.Components;

namespace Sophia.Dashboard.Live;

/// <summary>A component that goes on while it is looked at: its loops start with the circuit and end when the viewer leaves.</summary>
public abstract class LiveComponent : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private Task _running = Task.CompletedTask;

    [Inject]
    private protected TimeProvider Clock { get; set; } = null!;

    /// <summary>Cancelled when the viewer leaves.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>What runs while the page is open; not called while prerendering.</summary>
    protected abstract Task RunAsync(CancellationToken leaving);

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            _running = WatchAsync();
        }
    }

    /// <summary>Draws again after each change, and no more often than the interval.</summary>
    /// <param name="next">The next change; asked before each drawing, so that none is missed.</param>
    /// <param name="refresh">Reads what is shown; runs on the component's own thread.</param>
    /// <param name="interval">The shortest time between two drawings.</param>
    /// <param name="leaving">Ends it.</param>
    protected async Task FollowAsync(Func<Task> next, Func<Task> refresh, TimeSpan interval, CancellationToken leaving)
    {
        while (true)
        {
            var changed = next();
            await InvokeAsync(async () =>
            {
                await refresh();
                StateHasChanged();
            });
            await Task.Delay(interval, Clock, leaving);
            await changed.WaitAsync(leaving);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await _running;
        await LeaveAsync();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the component holds.</summary>
    protected virtual ValueTask LeaveAsync() => ValueTask.CompletedTask;

    private async Task WatchAsync()
    {
        try
        {
            await RunAsync(_leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The viewer left.
        }
        catch (Exception exception)
        {
            // Nobody awaits this task while the page lives, so the surprise is handed to the error boundary.
            await DispatchExceptionAsync(exception);
        }
    }
}
