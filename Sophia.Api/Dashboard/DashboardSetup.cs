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
            .AddSingleton<LiveSelections>()
            .AddSingleton<DashboardSockets>()
            .AddHostedService<DashboardUpdates>();
    }
}
