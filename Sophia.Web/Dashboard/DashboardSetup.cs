using Sophia.Web.Live;
using Sophia.Web.Rows;

namespace Sophia.Web.Dashboard;

/// <summary>Registers the dashboard.</summary>
internal static class DashboardSetup
{
    /// <summary>Adds what the overview asks and listens with.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddTransient<DashboardClient>();
        services.AddTransient<RowsClient>();
        services.AddSingleton<DashboardFeed>();
        services.AddSingleton<SharedFeeds>();
        services.AddSingleton<SharedOutlooks>();
        services.AddScoped<DashboardSession>();
        return services;
    }
}
