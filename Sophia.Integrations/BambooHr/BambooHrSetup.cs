using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sophia.Core.Facts;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.BambooHr.Facts;
using Sophia.Integrations.BambooHr.Pull;
using Sophia.Integrations.BambooHr.Webhooks;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.BambooHr;

/// <summary>Registers BambooHR, where its settings are given.</summary>
internal static class BambooHrSetup
{
    private const string Section = "BambooHr";

    public static void AddBambooHr(this IHostApplicationBuilder builder)
    {
        // What the log holds of BambooHR keeps its meaning, also when BambooHR is no longer connected.
        var options = builder.Services.AddOptions<BambooHrOptions>().BindConfiguration(Section);
        builder.Services.AddSingleton<IFactMapping, BambooHrFacts>();
        if (string.IsNullOrEmpty(builder.Configuration[$"{Section}:ApiKey"]))
        {
            return;
        }

        options
            .ValidateDataAnnotations()
            .Validate(
                static options => options.BaseUrl is null || SourceClient.KeepsCredentialsPrivate(options.BaseUrl),
                "BambooHr:BaseUrl must be an absolute https address, or http to this machine or a service of this stack: the key travels with each request.")
            .ValidateOnStart();
        builder.Services.AddSingleton<BambooHrBudget>();
        builder.Services.AddTransient<BambooHrApi>();
        builder.Services.AddSourceClient<BambooHrSender>(static (services, http) =>
        {
            var options = services.GetRequiredService<IOptions<BambooHrOptions>>().Value;
            http.BaseAddress = options.BaseUrl;
            http.DefaultRequestHeaders.Authorization = Credentials(options);
            http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        });
        builder.Services.AddTransient<EmployeeReader>();
        builder.Services.AddTransient<ISourceConnector, BambooHrConnector>();
    }

    public static void AddBambooHrWebhooks(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[$"{Section}:WebhookKey"]))
        {
            return;
        }

        builder.Services.AddOptions<BambooHrWebhookOptions>()
            .BindConfiguration(Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<IWebhookReceiver, BambooHrWebhookReceiver>();
    }

    /// <summary>The key is the user; the password is of no account.</summary>
    internal static AuthenticationHeaderValue Credentials(BambooHrOptions options) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ApiKey}:x")));
}
