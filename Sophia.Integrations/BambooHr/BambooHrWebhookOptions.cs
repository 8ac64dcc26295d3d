using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.BambooHr;

/// <summary>How BambooHR's webhooks are recognised; section <c>BambooHr</c>.</summary>
public sealed class BambooHrWebhookOptions
{
    /// <summary>The webhook's private key, which BambooHR shows once when the webhook is made.</summary>
    [Required]
    public string WebhookKey { get; set; } = "";

    /// <summary>The key before the last change of webhooks, valid until it is taken away here.</summary>
    public string? PreviousWebhookKey { get; set; }
}
