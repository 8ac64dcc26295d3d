using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sophia.Core.Facts;
using Sophia.Integrations.HubSpot.Client;
using Sophia.Integrations.HubSpot.Facts;
using Sophia.Integrations.HubSpot.Pull;
using Sophia.Integrations.HubSpot.Webhooks;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.HubSpot;

/// <summary>Registers HubSpot.</summary>
internal static class HubSpotSetup
{
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
                static options => SourceClient.KeepsCredentialsPrivate(options.BaseUrl),
                "HubSpot:BaseUrl must be an absolute https address, or http to this machine or a service of this stack: the token travels with each request.")
            .ValidateOnStart();

        builder.Services.AddSingleton<HubSpotBudget>();
        builder.Services.AddTransient<HubSpotApi>();
        builder.Services.AddSourceClient<HubSpotSender>(static (services, http) =>
        {
            var options = services.GetRequiredService<IOptions<HubSpotOptions>>().Value;
            http.BaseAddress = options.BaseUrl;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Token);
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
}
