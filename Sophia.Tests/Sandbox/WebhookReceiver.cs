using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sophia.Tests.Sandbox;

/// <summary>A receiver of webhooks that keeps what it was sent and answers as a test wants.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<ReceivedWebhook> _received = Channel.CreateUnbounded<ReceivedWebhook>();

    private WebhookReceiver(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    /// <param name="answer">The status for the n-th request, counted from 0.</param>
    /// <param name="signatureHeader">Where the sender puts its signature.</param>
    /// <param name="timestampHeader">Where the sender says when it signed.</param>
    public static async Task<WebhookReceiver> StartAsync(
        Func<int, int> answer, string signatureHeader = "X-HubSpot-Signature-v3", string timestampHeader = "X-HubSpot-Request-Timestamp")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new WebhookReceiver(app);
        var requests = 0;
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            context.Response.StatusCode = answer(requests++);
            await receiver._received.Writer.WriteAsync(new ReceivedWebhook(
                context.Request.Headers[signatureHeader].Single()!,
                context.Request.Headers[timestampHeader].Single()!,
                body.ToArray(),
                context.Response.StatusCode));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        receiver.Url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/hooks?tenant=a%20b";
        return receiver;
    }

    public async Task<ReceivedWebhook> NextAsync() => await _received.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}

internal sealed record ReceivedWebhook(string Signature, string Timestamp, byte[] Body, int Answered)
{
    public IReadOnlyList<JsonElement> Events => [.. JsonElement.Parse(Body).EnumerateArray()];
}
