using Sophia.Api.Dashboard.Live;
using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard;

/// <summary>The dashboard's figures, asked for and live.</summary>
internal static class DashboardSetup
{
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, DashboardJson.Default));
        return services
            .AddSingleton<MetricSequence>()
            .AddSingleton<FreshnessMonitor>()
            .AddSingleton<AnswerScope>()
            .AddSingleton<DashboardAnswers>()
            .AddSingleton<DashboardSockets>()
            .AddSingleton<DashboardTelemetry>()
            .AddHostedService<DashboardUpdates>();
    }

    public static void UseDashboardSockets(this WebApplication app) => app.UseWebSockets(new WebSocketOptions
    {
        // A browser that went away without a word is noticed within 40 seconds.
        KeepAliveInterval = TimeSpan.FromSeconds(20),
        KeepAliveTimeout = TimeSpan.FromSeconds(20),
    });
}
