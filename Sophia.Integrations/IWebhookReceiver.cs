namespace Sophia.Integrations;

/// <summary>Checks what a source system posts and makes events of it.</summary>
public interface IWebhookReceiver
{
    /// <summary>The source's name in the route <c>/webhooks/{source}</c>.</summary>
    string Source { get; }

    /// <summary>Verifies the signature over the bytes as they came, then reads them.</summary>
    /// <param name="request">What was posted.</param>
    /// <param name="now">The present, against which the request's own time is held.</param>
    WebhookVerdict Receive(WebhookRequest request, DateTimeOffset now);
}
