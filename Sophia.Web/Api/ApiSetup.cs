using Sophia.ServiceDefaults.Resilience;

namespace Sophia.Web.Api;

/// <summary>Registers the pages' way to the API.</summary>
internal static class ApiSetup
{
    /// <summary>Adds the client.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddHttpClient<ApiClient>(static client => client.BaseAddress = new Uri("http://api"));
        // A person waits for the page: rather a page that says what is wrong and tries again by itself than none.
        services.Configure<HttpResilienceOptions>(nameof(ApiClient), static options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(6);
            options.AttemptTimeout = TimeSpan.FromSeconds(4);
            options.Retries = 1;
            options.RetryDelay = TimeSpan.FromMilliseconds(200);
            // Pages ask again every five seconds; a circuit that stays open longer would refuse every other attempt.
            options.BreakDuration = TimeSpan.FromSeconds(1);
        });
        return services;
    }
}
