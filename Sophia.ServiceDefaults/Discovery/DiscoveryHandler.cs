namespace Sophia.ServiceDefaults.Discovery;

/// <summary>Sends a request to the address behind the service's name and leaves the request as it was.</summary>
internal sealed class DiscoveryHandler(ServiceEndpoints endpoints) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri;
        if (asked is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        try
        {
            request.RequestUri = endpoints.Resolve(asked);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            // A retry must find the name again, since another replica may answer then.
            request.RequestUri = asked;
        }
    }
}
