using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Webhooks;

/// <summary>Posts the queued events in order, a batch at a time, and repeats a batch until it is taken.</summary>
internal sealed partial class WebhookDelivery(
    WebhookQueue queue, IOptions<SandboxOptions> options, TimeProvider clock, ILogger<WebhookDelivery> logger) : BackgroundService
{
    // HubSpot's own bound of one request.
    private const int BatchSize = 100;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(5);

    private readonly HubSpotOptions _target = options.Value.HubSpot;

    // A client of its own: the retries here are the whole policy, and a circuit breaker would only delay them.
    private readonly HttpClient _client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    public override void Dispose()
    {
        _client.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<WebhookEvent> batch = [];
        while (await queue.Reader.WaitToReadAsync(stoppingToken))
        {
            while (batch.Count < BatchSize && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await DeliverAsync(batch, stoppingToken);
            batch.Clear();
        }
    }

    private async Task DeliverAsync(List<WebhookEvent> batch, CancellationToken cancellationToken)
    {
        var pause = s_firstPause;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var response = await _client.SendAsync(Request([.. batch.Select(item => item with { AttemptNumber = attempt })]), cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }

                LogRefused(batch.Count, (int)response.StatusCode, attempt);
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                LogUnreachable(batch.Count, attempt, exception.Message);
            }

            await Task.Delay(pause, clock, cancellationToken);
            pause = pause * 2 < s_longestPause ? pause * 2 : s_longestPause;
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

    [LoggerMessage(LogLevel.Warning, "{Count} webhook events were answered {Status} (attempt {Attempt}); they are sent again")]
    private partial void LogRefused(int count, int status, int attempt);

    [LoggerMessage(LogLevel.Warning, "{Count} webhook events did not arrive (attempt {Attempt}): {Reason} They are sent again")]
    private partial void LogUnreachable(int count, int attempt, string reason);
}
