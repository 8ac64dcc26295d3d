[assembly: AssemblyFixture(typeof(Sophia.Tests.EndToEnd.SharedStack))]

namespace Sophia.Tests.EndToEnd;

/// <summary>One loaded stack for the tests that leave it as they found it; started by the first of them.</summary>
public sealed class SharedStack : IAsyncLifetime
{
    private readonly Lazy<Task<RunningStack>> _stack = new(static async () =>
    {
        var stack = await RunningStack.StartAsync();
        await stack.WaitUntilLoadedAsync();
        return stack;
    });

    public Task<RunningStack> Stack => _stack.Value;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_stack.IsValueCreated)
        {
            await (await _stack.Value).DisposeAsync();
        }
    }
}
