using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sophia.Integrations.BambooHr;
using Sophia.Integrations.Gong;
using Sophia.Integrations.HubSpot;
using Sophia.Integrations.Imports;

namespace Sophia.Integrations;

/// <summary>Registers the outside systems: one line per system in each method.</summary>
public static class IntegrationsSetup
{
    /// <summary>Adds what reads the systems and turns what they say into facts.</summary>
    /// <param name="builder">The host; each system's options are validated at start.</param>
    public static IServiceCollection AddIntegrations(this IHostApplicationBuilder builder)
    {
        Connect(builder, "HubSpot", HubSpotSetup.AddHubSpot);
        Connect(builder, "BambooHr", BambooHrSetup.AddBambooHr);
        Connect(builder, "Gong", GongSetup.AddGong);
        builder.Services.AddImports();
        return builder.Services;
    }

    /// <summary>Adds what verifies the systems' webhooks.</summary>
    /// <param name="builder">The host; each system's options are validated at start.</param>
    public static IServiceCollection AddWebhookReceivers(this IHostApplicationBuilder builder)
    {
        Connect(builder, "HubSpot", HubSpotSetup.AddHubSpotWebhooks);
        Connect(builder, "BambooHr", BambooHrSetup.AddBambooHrWebhooks);
        Connect(builder, "Gong", GongSetup.AddGongWebhooks);
        return builder.Services;
    }

    // HubSpot:Enabled=false and the like: an organisation has the systems that it has, and perhaps only files.
    private static void Connect(IHostApplicationBuilder builder, string system, Action<IHostApplicationBuilder> add)
    {
        if (builder.Configuration.GetValue($"{system}:Enabled", defaultValue: true))
        {
            add(builder);
        }
    }
}
