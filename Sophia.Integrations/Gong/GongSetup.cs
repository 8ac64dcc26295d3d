using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Sophia.Core.Facts;
using Sophia.Integrations.Gong.Client;
using Sophia.Integrations.Gong.Facts;
using Sophia.Integrations.Gong.Pull;
using Sophia.Integrations.Gong.Webhooks;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong;

/// <summary>Registers Gong, where its settings are given.</summary>
internal static class GongSetup
{
    public static void AddGong(this IHostApplicationBuilder builder)
    {
        // What the log holds of Gong keeps its meaning, also when Gong is no longer connected.
        builder.Services.AddSingleton<IFactMapping, GongFacts>();
        if (string.IsNullOrEmpty(builder.Configuration["Gong:AccessKey"]))
        {
            return;
        }

        builder.Services.AddOptions<GongOptions>()
            .BindConfiguration("Gong")
            .ValidateDataAnnotations()
            .Validate(
                static options => SourceClient.KeepsCredentialsPrivate(options.BaseUrl),
                "Gong:BaseUrl must be an absolute https address, or http to this machine or a service of this stack: the key travels with each request.")
            .ValidateOnStart();
        builder.Services.AddSingleton<GongBudget>();
        builder.Services.AddTransient<GongApi>();
        builder.Services.AddSourceClient<GongSender>(static (services, http) =>
        {
            var options = services.GetRequiredService<IOptions<GongOptions>>().Value;
            http.BaseAddress = options.BaseUrl;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccessKey}:{options.AccessKeySecret}")));
        });
        builder.Services.AddTransient<ISourceConnector, GongConnector>();
    }

    public static void AddGongWebhooks(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["Gong:WebhookUrl"]))
        {
            return;
        }

        builder.Services.AddOptions<GongWebhookOptions>()
            .BindConfiguration("Gong")
            .ValidateDataAnnotations()
            .Validate(
                static options => GongKey.IsKey(options.WebhookPublicKey)
                    && (string.IsNullOrWhiteSpace(options.PreviousWebhookPublicKey) || GongKey.IsKey(options.PreviousWebhookPublicKey)),
                "Gong:WebhookPublicKey must be the public key that the rule's page shows: base64 of a SubjectPublicKeyInfo of RSA.")
            .ValidateOnStart();
        builder.Services.AddSingleton<IWebhookReceiver, GongWebhookReceiver>();
    }
}
