namespace Sophia.Tests.EndToEnd;

/// <summary>One loaded stack for the tests that take parts of it away: one after the other, and each gives back what it took.</summary>
public sealed class DisturbedStack : IAsyncLifetime
{
    private RunningStack? _stack;

    public RunningStack Stack => _stack!;

    public async ValueTask InitializeAsync()
    {
        _stack = await RunningStack.StartAsync([.. RunningStack.DealsAlone]);
        await _stack.WaitUntilLoadedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }
    }
}
