using System.Globalization;
using Microsoft.Extensions.ServiceDiscovery;
using Sophia.Core.Alerts;

namespace Sophia.Web.Live;

/// <summary>Live alerts; after a break only what was missed.</summary>
internal sealed class AlertFeed(ServiceEndpointResolver services, TimeProvider clock, ILogger<AlertFeed> logger)
    : LiveFeed<AlertMessage>(services, clock, AlertsJson.Default.AlertMessage, logger)
{
    private static readonly Uri s_address = new("http://api/ws/alerts");

    /// <summary>Runs until cancelled; reconnects by itself.</summary>
    /// <param name="lastSequence">The last number seen, asked at each connection; null for all that goes on.</param>
    /// <param name="publish">Gets what happens, one at a time; the socket is not read meanwhile.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task RunAsync(Func<long?> lastSequence, Func<FeedEvent<AlertMessage>, Task> publish, CancellationToken cancellationToken) =>
        RunAsync(
            () => lastSequence() is { } seen ? new(s_address, string.Create(CultureInfo.InvariantCulture, $"?lastSequence={seen}")) : s_address,
            static () => [],
            publish,
            cancellationToken);
}
