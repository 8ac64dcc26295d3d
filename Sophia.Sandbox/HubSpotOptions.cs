namespace Sophia.Sandbox;

/// <summary>What the caller of HubSpot's endpoints and the receiver of its webhooks agree on.</summary>
internal sealed class HubSpotOptions
{
    /// <summary>The private app's bearer token.</summary>
    public string Token { get; set; } = "";

    /// <summary>The client secret that webhooks are signed with.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Where webhooks are posted; empty sends none.</summary>
    public string WebhookUrl { get; set; } = "";
}
