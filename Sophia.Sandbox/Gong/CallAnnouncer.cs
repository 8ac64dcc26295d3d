using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Webhooks;

namespace Sophia.Sandbox.Gong;

/// <summary>The automation rule: posts each analysed call, signed, until it is taken.</summary>
internal sealed class CallAnnouncer(
    CallAnnouncements announcements, CallWriter writer, WebhookPost post, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    private readonly GongOptions _target = options.Value.Gong;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_target.WebhookUrl.Length == 0)
        {
            return;
        }

        using var signature = new WebhookToken(_target.WebhookPrivateKey);
        await foreach (var call in announcements.Reader.ReadAllAsync(stoppingToken))
        {
            var body = writer.Announcement(call, isTest: false);
            await post.DeliverAsync($"News of call {call.Id}", _ => Request(signature, body), stoppingToken);
        }
    }

    private HttpRequestMessage Request(WebhookToken signature, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _target.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // The token stands alone, without a scheme.
        request.Headers.TryAddWithoutValidation("Authorization", signature.Sign(_target.WebhookUrl, body, clock.GetUtcNow()));
        return request;
    }
}
