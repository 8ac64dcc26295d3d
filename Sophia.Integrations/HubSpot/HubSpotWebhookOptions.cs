using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.HubSpot;

/// <summary>How HubSpot's webhooks are recognised; section <c>HubSpot</c>.</summary>
public sealed class HubSpotWebhookOptions
{
    /// <summary>The app's client secret, which webhooks are signed with.</summary>
    [Required]
    public string WebhookSecret { get; set; } = "";

    /// <summary>The secret before the last rotation, valid until it is taken away here.</summary>
    public string? PreviousWebhookSecret { get; set; }

    /// <summary>The address that HubSpot posts to, spelled exactly as it was given to HubSpot: the signature covers its characters.</summary>
    [Required]
    [Url]
    public string WebhookUrl { get; set; } = "";
}
