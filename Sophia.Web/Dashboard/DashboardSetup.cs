using Sophia.ServiceDefaults.Resilience;
using Sophia.Web.Live;

namespace Sophia.Web.Dashboard;

/// <summary>Registers the dashboard.</summary>
internal static class DashboardSetup
{
    /// <summary>Adds the page's way to the API.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddHttpClient<DashboardClient>(static client => client.BaseAddress = new Uri("http://api"));
        // A person waits for the page: rather a page that says what is wrong and tries again by itself than none.
        services.Configure<HttpResilienceOptions>(nameof(DashboardClient), static options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(6);
            options.AttemptTimeout = TimeSpan.FromSeconds(4);
            options.Retries = 1;
            options.RetryDelay = TimeSpan.FromMilliseconds(200);
            // Pages ask again every five seconds; a circuit that stays open longer would refuse every other attempt.
            options.BreakDuration = TimeSpan.FromSeconds(1);
        });
        services.AddSingleton<DashboardFeed>();
        services.AddScoped<DashboardSession>();
        return services;
    }
}
