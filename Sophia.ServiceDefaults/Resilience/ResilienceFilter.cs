using Microsoft.Extensions.Http;

namespace Sophia.ServiceDefaults.Resilience;

/// <summary>Puts <see cref="ResilienceHandler"/> around the other handlers of every HTTP client.</summary>
internal sealed class ResilienceFilter(HttpResiliencePipelines pipelines) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.AdditionalHandlers.Insert(0, new ResilienceHandler(pipelines, builder.Name ?? string.Empty));
    };
}
