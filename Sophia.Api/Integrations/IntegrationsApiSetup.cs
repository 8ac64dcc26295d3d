using Sophia.Core.Integrations;

namespace Sophia.Api.Integrations;

/// <summary>The connected source systems, over HTTP.</summary>
internal static class IntegrationsApiSetup
{
    public static IServiceCollection AddIntegrationsApi(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, IntegrationsJson.Default));
}
