using Microsoft.Extensions.ServiceDiscovery;
using Sophia.Core.Status;

namespace Sophia.Web.Live;

/// <summary>How Sophia and the connected systems are, live.</summary>
internal sealed class StatusFeed(ServiceEndpointResolver services, TimeProvider clock, ILogger<StatusFeed> logger)
    : LiveFeed<StatusMessage>(services, clock, StatusJson.Default.StatusMessage, logger)
{
    private static readonly Uri s_address = new("http://api/ws/status");

    /// <summary>Runs until cancelled; reconnects by itself.</summary>
    /// <param name="publish">Gets what happens, one at a time; the socket is not read meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(Func<FeedEvent<StatusMessage>, Task> publish, CancellationToken cancellationToken) =>
        RunAsync(static () => s_address, static () => [], publish, cancellationToken);
}
