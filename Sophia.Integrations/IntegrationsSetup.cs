using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.Integrations.BambooHr;
using Sophia.Integrations.Gong;
using Sophia.Integrations.HubSpot;

namespace Sophia.Integrations;

/// <summary>Registers the outside systems: one line per system in each method.</summary>
public static class IntegrationsSetup
{
    /// <summary>Adds what reads the systems and turns what they say into facts.</summary>
    /// <param name="builder">The host; each system's options are validated at start.</param>
    public static IServiceCollection AddIntegrations(this IHostApplicationBuilder builder)
    {
        builder.AddHubSpot();
        builder.AddBambooHr();
        builder.AddGong();
        return builder.Services;
    }

    /// <summary>Adds what verifies the systems' webhooks.</summary>
    /// <param name="builder">The host; each system's options are validated at start.</param>
    public static IServiceCollection AddWebhookReceivers(this IHostApplicationBuilder builder)
    {
        builder.AddHubSpotWebhooks();
        builder.AddBambooHrWebhooks();
        builder.AddGongWebhooks();
        return builder.Services;
    }
}
