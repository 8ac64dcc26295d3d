using System.Text.Json;
using Microsoft.Extensions.ServiceDiscovery;
using Sophia.Core.Dashboard;

namespace Sophia.Web.Live;

/// <summary>Live figures: what one page subscribes to.</summary>
internal sealed class DashboardFeed(ServiceEndpointResolver services, TimeProvider clock, ILogger<DashboardFeed> logger)
    : LiveFeed<DashboardMessage>(services, clock, DashboardJson.Default.DashboardMessage, logger)
{
    private static readonly Uri s_address = new("http://api/ws/dashboard");

    /// <summary>Runs until cancelled; reconnects by itself.</summary>
    /// <param name="subscriptions">What to subscribe to, asked at each connection, with the last sequences seen.</param>
    /// <param name="publish">Gets what happens, one at a time; the socket is not read meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(
        Func<IReadOnlyList<DashboardRequest>> subscriptions, Func<FeedEvent<DashboardMessage>, Task> publish, CancellationToken cancellationToken) =>
        RunAsync(
            static () => s_address,
            () => subscriptions().Select(static request => new ReadOnlyMemory<byte>(JsonSerializer.SerializeToUtf8Bytes(request, DashboardJson.Default.DashboardRequest))),
            publish,
            cancellationToken);
}
