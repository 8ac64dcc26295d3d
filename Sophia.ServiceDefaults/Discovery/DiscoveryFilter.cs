using Microsoft.Extensions.Http;

namespace Sophia.ServiceDefaults.Discovery;

/// <summary>Puts <see cref="DiscoveryHandler"/> next to the wire of every HTTP client, so that each attempt is resolved anew.</summary>
internal sealed class DiscoveryFilter(ServiceEndpoints endpoints) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Add(new DiscoveryHandler(endpoints));
    };
}
