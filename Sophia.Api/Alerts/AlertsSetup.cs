using Sophia.Core.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>Alerts, asked for and live.</summary>
internal static class AlertsSetup
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AlertsJson.Default));
        return services
            .AddSingleton<AlertUpdates>()
            .AddHostedService(static provider => provider.GetRequiredService<AlertUpdates>());
    }
}
