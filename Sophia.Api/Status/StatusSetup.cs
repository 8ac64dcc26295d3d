using Sophia.Api.Live;
using Sophia.Core.Status;
using Sophia.Data.Status;

namespace Sophia.Api.Status;

/// <summary>How Sophia is, asked for and live.</summary>
internal static class StatusSetup
{
    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, StatusJson.Default));
        return services
            .AddHeartbeat("api", static provider => provider.GetRequiredService<LiveLatency>().Measure())
            .AddSingleton<MaintenanceStore>()
            .AddSingleton<StatusMonitor>()
            .AddHostedService(static provider => provider.GetRequiredService<StatusMonitor>());
    }
}
