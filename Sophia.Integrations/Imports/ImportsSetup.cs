using Microsoft.Extensions.DependencyInjection;
using Sophia.Core.Facts;

namespace Sophia.Integrations.Imports;

/// <summary>Registers people's own files.</summary>
internal static class ImportsSetup
{
    public static void AddImports(this IServiceCollection services) => services.AddSingleton<IFactMapping, ImportedFacts>();
}
