using Sophia.Web.Live;

namespace Sophia.Web.Alerts;

/// <summary>Registers alerts.</summary>
internal static class AlertsSetup
{
    /// <summary>Adds what listens to them.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services
        .AddSingleton<AlertFeed>()
        .AddSingleton<StatusFeed>()
        .AddSingleton<AlertWatch>()
        .AddHostedService(static provider => provider.GetRequiredService<AlertWatch>());
}
