namespace Sophia.Tests.Api;

/// <summary>One API for all tests of a class that only ask and never make anything happen.</summary>
public sealed class QuietApi : IAsyncLifetime
{
    internal ApiServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await ApiServer.StartAsync(bus: ApiServer.NoBus);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
