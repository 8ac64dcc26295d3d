using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Webhooks;

/// <summary>Posts the queued events in order, a batch at a time, and repeats a batch until it is taken.</summary>
internal sealed class WebhookDelivery(WebhookQueue queue, WebhookPost post, IOptions<SandboxOptions> options, TimeProvider clock) : BackgroundService
{
    // HubSpot's own bound of one request.
    private const int BatchSize = 100;

    private readonly HubSpotOptions _target = options.Value.HubSpot;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<WebhookEvent> batch = [];
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await post.DeliverAsync(
                string.Create(CultureInfo.InvariantCulture, $"{batch.Count} webhook events"),
                attempt => Request([.. batch.Select(item => item with { AttemptNumber = attempt })]),
                stoppingToken);
            batch.Clear();
        }
    }

    private HttpRequestMessage Request(IReadOnlyList<WebhookEvent> events)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(events, WebhookJsonContext.Default.IReadOnlyListWebhookEvent);
        var timestamp = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var request = new HttpRequestMessage(HttpMethod.Post, _target.WebhookUrl) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookSignature.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            WebhookSignature.SignatureHeader,
            WebhookSignature.Compute(_target.WebhookSecret, "POST", _target.WebhookUrl, body, timestamp));
        return request;
    }
}
