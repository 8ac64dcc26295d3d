using Sophia.ServiceDefaults.Resilience;

namespace Sophia.Web.Imports;

/// <summary>Registers what the pages of imports need.</summary>
internal static class ImportsSetup
{
    /// <summary>Adds the way to the API that waits for a file to be sent and read.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddHttpClient(ImportsClient.Patient, static client =>
        {
            client.BaseAddress = new Uri("http://api");
            // The options below say how long.
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
        services.Configure<HttpResilienceOptions>(ImportsClient.Patient, static options =>
        {
            // 50 MB over a line of 1 Mbit/s; who waits sees how far it is and can give up.
            options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromMinutes(10);
            // A file streams through once.
            options.Retries = 0;
        });
        services.AddScoped<ImportsClient>();
        return services;
    }
}
