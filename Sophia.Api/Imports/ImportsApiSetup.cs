using Sophia.Core.Imports;

namespace Sophia.Api.Imports;

/// <summary>People's own files over HTTP.</summary>
internal static class ImportsApiSetup
{
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ImportJson.Default));
        return services.AddSingleton<ImportReader>();
    }
}
