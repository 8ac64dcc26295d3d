using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sophia.Core.Facts;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.HubSpot.Facts;
using Sophia.Integrations.HubSpot.Pull;
using Sophia.Integrations.HubSpot.Webhooks;

namespace Sophia.Integrations.HubSpot;

/// <summary>Registers HubSpot.</summary>
internal static class HubSpotSetup
{
    // A page of 100 objects with all their history is about 1 MB; beyond this an answer is not a page.
    private const int LargestAnswer = 32 * 1024 * 1024;

    public static void AddHubSpot(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HubSpotOptions>()
            .BindConfiguration("HubSpot")
            .Configure<IConfiguration>(static (options, configuration) =>
            {
                if (options.HomeCurrency.Length == 0)
                {
                    options.HomeCurrency = configuration["Organisation:Currency"] ?? "USD";
                }
            })
            .ValidateDataAnnotations()
            .Validate(
                static options => KeepsTheTokenPrivate(options.BaseUrl),
                "HubSpot:BaseUrl must be an absolute https address, or http to this machine or a service of this stack: the token travels with each request.")
            .ValidateOnStart();

        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<RequestBudget>();
        builder.Services.AddTransient<HubSpotApi>();
        builder.Services.AddHttpClient<HubSpotSender>(static (services, http) =>
            {
                var options = services.GetRequiredService<IOptions<HubSpotOptions>>().Value;
                http.BaseAddress = options.BaseUrl;
                http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
                http.MaxResponseContentBufferSize = LargestAnswer;
            })
            // A redirect could name a foreign host.
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            });
        builder.Services.AddSingleton<IFactMapping, HubSpotFacts>();
        builder.Services.AddTransient<ObjectReader>();
        builder.Services.AddTransient<ISourceConnector, HubSpotConnector>();
    }

    public static void AddHubSpotWebhooks(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<HubSpotWebhookOptions>()
            .BindConfiguration("HubSpot")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<IWebhookReceiver, HubSpotWebhookReceiver>();
    }

    private static bool KeepsTheTokenPrivate(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme is "https"
            || address.IsLoopback
            || (address.Scheme is "http" or "https+http" && !address.Host.Contains('.', StringComparison.Ordinal)));
}
