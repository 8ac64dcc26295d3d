using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.Gong;

/// <summary>How the posts of Gong's automation rule are recognised; section <c>Gong</c>.</summary>
public sealed class GongWebhookOptions
{
    /// <summary>The public key that the rule's page shows: base64 of a SubjectPublicKeyInfo, with or without PEM's lines.</summary>
    [Required]
    public string WebhookPublicKey { get; set; } = "";

    /// <summary>The key before the last rotation, valid until it is taken away here.</summary>
    public string? PreviousWebhookPublicKey { get; set; }

    /// <summary>The address that Gong posts to, spelled exactly as it was given to Gong: the signature covers it.</summary>
    [Required]
    [Url]
    public string WebhookUrl { get; set; } = "";
}
