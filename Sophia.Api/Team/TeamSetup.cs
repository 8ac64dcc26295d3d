using Sophia.Core.Team;

namespace Sophia.Api.Team;

/// <summary>The people of the company, over HTTP.</summary>
internal static class TeamSetup
{
    public static IServiceCollection AddTeam(this IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, TeamJson.Default));
}
